// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Term;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.evaluate.Switches;

/** Prices of parts, and who asks for them. */
public final class Prices {
    private Prices() {}

    /** What an element says of its own price, parts included. */
    public static Value own(Element e) {
        return switch (e) {
            case Accelerator a -> a.price();
            case Cpu c -> c.price();
            case Nic n -> n.price();
            case Switch s -> s.price();
            case Node n -> n.price();
            case Rack r -> r.price();
            default -> Value.absent(e.origin());
        };
    }

    /** The direct parts that say their price. */
    public static List<Parts.Item> priced(Element box, Design design) {
        return Parts.of(box, design).stream().filter(i -> !own(i.type()).isAbsent()).toList();
    }

    /** What is below an element, or itself, whose price nothing tells. */
    public static Set<Element> missing(Element e, Design design) {
        Set<Element> all = new LinkedHashSet<>();
        if (!own(e).isAbsent()) {
            return all;
        }
        if (e.header().parts().isEmpty()) {
            if (sold(e)) {
                all.add(e);
            }
            return all;
        }
        for (Parts.Item i : Parts.of(e, design)) {
            all.addAll(missing(i.type(), design));
        }
        if (e instanceof Cluster c) {
            for (Switch s : Switches.of(design, c).keySet()) {
                all.addAll(missing(s, design));
            }
        }
        return all;
    }

    private static boolean sold(Element e) {
        return switch (e) {
            case Accelerator a -> true;
            case Cpu c -> true;
            case Nic n -> true;
            case Switch s -> true;
            case Node n -> true;
            case Rack r -> true;
            default -> false;
        };
    }

    /** The requirements of an evaluate and its workloads that ask for a cost. */
    public static List<Requirement> asking(Evaluate evaluate, Design design) {
        List<Requirement> all = new ArrayList<>(evaluate.requirements());
        for (Placement p : evaluate.placements()) {
            all.addAll(design.get(p.workload()).requirements());
        }
        return all.stream().filter(r -> asks(r.left()) || asks(r.right())).toList();
    }

    private static boolean asks(Term term) {
        return switch (term) {
            case Term.Number n -> false;
            case Term.MetricOf m -> m.metric().startsWith("cost.");
            case Term.Operation o -> asks(o.left()) || asks(o.right());
        };
    }

    /** The elements that an evaluate's placements name, each once. */
    public static Set<Element> hosts(Evaluate evaluate, Design design) {
        Set<Element> all = new LinkedHashSet<>();
        for (Placement p : evaluate.placements()) {
            Element host = design.elements().get(p.host().element());
            if (host != null) {
                all.add(host);
            }
        }
        return all;
    }
}
