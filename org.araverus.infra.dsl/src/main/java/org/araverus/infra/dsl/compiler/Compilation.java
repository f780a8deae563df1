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
import org.araverus.infra.dsl.compiler.Target.MetricTarget;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.structure.ModelParameters;
import org.araverus.infra.engine.structure.Structure;
import org.araverus.infra.engine.units.Dimension;
import org.araverus.infra.engine.units.Show;

/** One run of the compiler over some elements and what they reach. Not for several threads. */
final class Compilation {
    private final Places places;
    private final Map<Declaration, Effective> effective = new HashMap<>();
    private final Problems problems = new Problems();
    private final Paths paths = new Paths(this);
    private final Expressions expressions = new Expressions(this);
    private Tracer tracer;
    private Set<Declaration> reached = new LinkedHashSet<>();
    private int structureDepth;

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

    Tracer tracer() {
        return tracer;
    }

    Effective effective(Declaration d) {
        Effective e = effective.get(d);
        if (e == null) effective.put(d, e = new Effective(d));
        return e;
    }

    /** Notes that an element is needed; gives its name. */
    String reach(Declaration d) {
        reached.add(d);
        return Names.qualified(d);
    }

    /** {@code (W, kW, MW)} behind a blank; nothing where no unit has a name. */
    String unitsOf(String unit) {
        List<String> units = Show.units(unit);
        return units.isEmpty() ? "" : " (" + String.join(", ", units) + ")";
    }

    /** The records of elements and of all that they reach, with their trace. */
    Design design(Collection<Declaration> roots, String name, Design.Versions versions) {
        Map<String, Element> elements = new TreeMap<>();
        Set<Declaration> all = new LinkedHashSet<>();
        Set<Declaration> before = reached;
        reached = new LinkedHashSet<>();
        Tracer outer = tracer;
        tracer = new Tracer(places);
        try {
            Deque<Declaration> open = new ArrayDeque<>(roots);
            while (!open.isEmpty()) {
                Declaration d = open.poll();
                if (!all.add(d)) continue;
                Element e = new RecordBuilder(this, effective(d)).build();
                if (e != null) elements.putIfAbsent(e.name(), e);
                reached.stream().filter(r -> !all.contains(r)).forEach(open::add);
            }
            for (Declaration d : all)
                if (!effective(d).overrides.isEmpty())
                    new Overrides(this, effective(d), elements).apply();
            Map<Origin, Trace> trace = tracer.trace();
            return new Design(versions, name, elements, trace);
        } finally {
            tracer = outer;
            reached = before;
        }
    }

    boolean insideStructure() {
        return structureDepth > 0;
    }

    /**
     * A metric that follows from the structure alone. Values that are being computed are unknown in
     * it.
     */
    Result structural(MetricTarget m) {
        if (!m.definition().isStructural() || structureDepth > 8) return Result.UNKNOWN;
        structureDepth++;
        try {
            Design design =
                    design(
                            List.of(m.element().element),
                            "",
                            new Design.Versions(Design.SCHEMA, "", ""));
            Element e = design.elements().get(Names.qualified(m.element().element));
            return e == null
                    ? Result.UNKNOWN
                    : Result.Num.of(
                            structural(m.path(), e, design),
                            Dimension.parse(m.definition().getUnit()));
        } catch (NotKnown e) {
            return Result.UNKNOWN;
        } finally {
            structureDepth--;
        }
    }

    private static double structural(String path, Element e, Design design) {
        return switch (path) {
            case "accelerators" -> Structure.accelerators(e, design);
            case "power.nameplate" -> Structure.nameplate(e, design);
            case "cost.capex" -> Structure.capex(e, design);
            case "parameters" -> ModelParameters.total((Model) e);
            case "active_parameters" -> ModelParameters.active((Model) e);
            default ->
                    throw new IllegalStateException(
                            path + " is said to be structural and is not computed");
        };
    }
}
