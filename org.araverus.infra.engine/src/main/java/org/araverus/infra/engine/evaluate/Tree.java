// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Part;
import org.jspecify.annotations.Nullable;

/** What is inside the elements of a design, looked up once: re-runs ask many times. */
final class Tree {

    /** So many parts of one type. */
    record Counted(Element type, double count) {}

    private record Inside(List<Counted> parts, double accelerators, @Nullable Accelerator first) {}

    private final Design design;
    private final Map<Element, Inside> known = new IdentityHashMap<>();

    Tree(Design design) {
        this.design = design;
    }

    /** The direct parts, run by run. */
    List<Counted> parts(Element e) {
        return inside(e).parts;
    }

    /** How many accelerators are inside; 1 of one itself. */
    double accelerators(Element e) {
        return inside(e).accelerators;
    }

    /** The first type of accelerator inside; null where there is none. */
    @Nullable Accelerator accelerator(Element e) {
        return inside(e).first;
    }

    private Inside inside(Element e) {
        Inside here = known.get(e);
        if (here == null) {
            here = look(e);
            known.put(e, here);
        }
        return here;
    }

    private Inside look(Element e) {
        List<Counted> parts = new ArrayList<>();
        boolean one = e instanceof Accelerator;
        double n = one ? 1 : 0;
        Accelerator first = one ? (Accelerator) e : null;
        for (Part p : e.header().parts()) {
            for (Part.Run r : p.runs()) {
                Element type = design.get(r.type());
                parts.add(new Counted(type, r.count().si()));
                if (one) continue;
                n += r.count().si() * accelerators(type);
                if (first == null) first = accelerator(type);
            }
        }
        return new Inside(List.copyOf(parts), n, first);
    }
}
