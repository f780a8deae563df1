// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Where findings are shown: in the user's own text, at the nearest use if their origin is a
 * library's.
 */
final class FindingPlaces {
    private final Design design;

    FindingPlaces(Design design) {
        this.design = design;
    }

    /** Where an origin is written; null if nowhere. */
    @Nullable Place written(Origin origin) {
        Trace t = design.traceOf(origin);
        return t == null ? null : t.place();
    }

    /** Where a finding is shown. */
    @Nullable Place shown(Origin origin) {
        Place p = written(origin);
        if (p == null || Workspace.isOwn(p.file())) return p;
        Trace heir = design.trace().get(new Origin(origin.element(), ""));
        if (heir != null && heir.place() != null && Workspace.isOwn(heir.place().file()))
            return heir.place();
        return nearestUse(origin.element());
    }

    /** The library's line, if the finding is shown elsewhere. */
    @Nullable Place library(Origin origin) {
        Place p = written(origin);
        return p == null || Workspace.isOwn(p.file()) ? null : p;
    }

    /** The nearest part or reference in the user's text that leads to an element. */
    private @Nullable Place nearestUse(String element) {
        Deque<String> open = new ArrayDeque<>(Set.of(element));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String used = open.poll();
            for (Element user : design.elements().values()) {
                Origin at = use(user, used);
                if (at == null) continue;
                Place p = written(at);
                if (p != null && Workspace.isOwn(p.file())) return p;
                if (seen.add(user.name())) open.add(user.name());
            }
        }
        return null;
    }

    private @Nullable Origin use(Element user, String used) {
        for (Part p : user.header().parts())
            for (Part.Run r : p.runs()) if (used.equals(r.type().name())) return r.type().origin();
        return References.to(user, used);
    }
}
