// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.UnitDeclaration;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.units.Show;
import org.jspecify.annotations.Nullable;

/** One run of the compiler over some elements and what they reach. Not for several threads. */
final class Compilation {
    private final Places places;
    private final Map<Declaration, Effective> effective = new HashMap<>();
    private final Map<String, Effective> byName = new HashMap<>();
    private final Damages damages = new Damages();
    private final Problems problems = new Problems();
    private final Paths paths = new Paths(this);
    private final Expressions expressions = new Expressions(this);
    private final Runs runs = new Runs(this);
    private final Structural structural = new Structural(this);
    private Tracer tracer;
    private Set<Effective> reached = new LinkedHashSet<>();

    Compilation(Places places) {
        this.places = places;
        this.tracer = new Tracer(places);
    }

    Problems problems() {
        return problems;
    }

    Paths paths() {
        return paths;
    }

    Expressions expressions() {
        return expressions;
    }

    Runs runs() {
        return runs;
    }

    Structural structural() {
        return structural;
    }

    Damages damages() {
        return damages;
    }

    Tracer tracer() {
        return tracer;
    }

    Effective effective(Declaration d) {
        Effective e = effective.get(d);
        if (e == null) {
            effective.put(d, e = new Effective(d, damages));
            byName.putIfAbsent(e.name, e);
        }
        return e;
    }

    /** Makes a variant known by its name. */
    Effective named(Effective variant) {
        byName.putIfAbsent(variant.name, variant);
        return variant;
    }

    /** An element or variant that was looked at; null if there is none of that name. */
    @Nullable Effective named(String name) {
        return byName.get(name);
    }

    /** Whether another element has its name, so that a design cannot hold it. */
    boolean isHidden(Declaration d) {
        Effective e = effective(d);
        return byName.get(e.name) != e;
    }

    /** Notes that an element is needed; gives its name. */
    String reach(Declaration d) {
        return reach(effective(d));
    }

    String reach(Effective e) {
        reached.add(e);
        return e.name;
    }

    /** {@code (W, kW, MW)} behind a blank; nothing where no unit has a name. */
    String unitsOf(String unit) {
        List<String> units = Show.units(unit);
        return units.isEmpty() ? "" : " (" + String.join(", ", units) + ")";
    }

    /** The records of elements and of all that they reach, with their trace. */
    Design design(Collection<Declaration> roots, String name, Design.Versions versions) {
        Map<String, Element> elements = new TreeMap<>();
        Set<Effective> all = new LinkedHashSet<>();
        reached = new LinkedHashSet<>();
        tracer = new Tracer(places);
        Deque<Effective> open = new ArrayDeque<>();
        for (Declaration d : roots) {
            if (d instanceof UnitDeclaration u) expressions.unit(u);
            open.add(effective(d));
        }
        while (!open.isEmpty()) {
            Effective e = open.poll();
            if (!all.add(e)) continue;
            Element record = new RecordBuilder(this, e).build();
            boolean sole = roots.size() == 1 && roots.contains(e.element);
            if (record != null && (e.isVariant() || sole || byName.get(e.name) == e))
                elements.putIfAbsent(record.name(), record);
            for (Effective r : reached) if (!all.contains(r)) open.add(r);
            reached.clear();
        }
        return new Design(versions, name, elements, tracer.trace());
    }

    /** The record of one element alone; leaves no trace. */
    @Nullable Element record(Effective e) {
        Tracer before = tracer;
        Set<Effective> needed = reached;
        tracer = new Tracer(places);
        reached = new LinkedHashSet<>();
        try {
            return new RecordBuilder(this, e).build();
        } finally {
            tracer = before;
            reached = needed;
        }
    }
}
