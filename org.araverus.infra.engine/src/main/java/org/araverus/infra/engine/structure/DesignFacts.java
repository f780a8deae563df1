// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import java.util.List;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.jspecify.annotations.Nullable;

/** The facts of a finished design. */
record DesignFacts(Design design) implements Facts {
    @Override
    public @Nullable Class<? extends Element> kind(String element) {
        Element e = design.elements().get(element);
        return e == null ? null : e.getClass();
    }

    @Override
    public List<Part> parts(String element) {
        Element e = design.elements().get(element);
        return e == null ? List.of() : e.header().parts();
    }

    @Override
    public Value rated(String element) {
        return switch (design.elements().get(element)) {
            case Accelerator a -> a.power().limit();
            case Cpu c -> c.power().limit();
            case Nic n -> n.power().max();
            case Switch s -> s.power().max();
            case Node n -> n.power().max();
            case Rack r -> r.power().max();
            case null, default -> Value.absent(new Origin(element, ""));
        };
    }

    @Override
    public Value price(String element) {
        return switch (design.elements().get(element)) {
            case Accelerator a -> a.price();
            case Cpu c -> c.price();
            case Nic n -> n.price();
            case Switch s -> s.price();
            case Node n -> n.price();
            case Rack r -> r.price();
            case null, default -> Value.absent(new Origin(element, ""));
        };
    }
}
