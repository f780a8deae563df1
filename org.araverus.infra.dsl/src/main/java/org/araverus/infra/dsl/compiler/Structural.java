// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.compiler.Target.MetricTarget;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.registry.Schema;
import org.araverus.infra.engine.structure.Facts;
import org.araverus.infra.engine.structure.Linear;
import org.araverus.infra.engine.structure.ModelParameters;
import org.araverus.infra.engine.structure.Sums;
import org.araverus.infra.engine.units.Dimension;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * Metrics that follow from the structure alone, by the engine's own functions. They ask for one
 * value at a time, so that a value that needs itself is found like any other ring.
 */
final class Structural implements Facts {
    private final Compilation compilation;
    private final Map<List<String>, Result> known = new HashMap<>();

    /** Where the spreads of a value come from. */
    private final Map<Origin, Map<EObject, Double>> spreads = new HashMap<>();

    Structural(Compilation compilation) {
        this.compilation = compilation;
    }

    /** The metric of an element or variant. */
    Result of(MetricTarget m) {
        if (!m.definition().isStructural()) return Result.UNKNOWN;
        List<String> key = List.of(m.element().name, m.path());
        Result before = known.get(key);
        if (before != null) return before;
        if (compilation.named(m.element().name) != m.element()) return Result.UNKNOWN;
        try {
            Num n = number(m);
            known.put(key, n);
            return n;
        } catch (NotKnown e) {
            return Result.UNKNOWN;
        }
    }

    private Num number(MetricTarget m) {
        Dimension dimension = Dimension.parse(m.definition().getUnit());
        String name = m.element().name;
        Sums sums = new Sums(this);
        return switch (m.path()) {
            case "accelerators" -> number(sums.accelerators(name), dimension);
            case "power.nameplate" -> number(sums.nameplate(name), dimension);
            case "cost.capex" -> number(sums.capex(name), dimension);
            case "parameters" -> Num.of(ModelParameters.total(model(m)), dimension);
            case "active_parameters" -> Num.of(ModelParameters.active(model(m)), dimension);
            default ->
                    throw new IllegalStateException(
                            m.path() + " is said to be structural and is not computed");
        };
    }

    private Num number(Linear l, Dimension dimension) {
        Map<EObject, Double> all = Map.of();
        for (Map.Entry<Origin, Double> e : l.slopes().entrySet())
            all = Spreads.sum(all, 1, spreads.getOrDefault(e.getKey(), Map.of()), e.getValue());
        return Num.of(l.si(), dimension).with(all);
    }

    private Model model(MetricTarget m) {
        if (compilation.record(m.element()) instanceof Model model) return model;
        throw new IllegalStateException(m.path() + " is a model's");
    }

    // ---- facts

    @java.lang.Override
    public @Nullable Class<? extends Element> kind(String element) {
        Effective e = compilation.named(element);
        Schema.KindEntry kind = e == null ? null : Schema.builtIn().kind(Elements.kind(e.element));
        return kind == null ? null : kind.record().asSubclass(Element.class);
    }

    @java.lang.Override
    public List<Part> parts(String element) {
        Effective e = compilation.named(element);
        List<Part> all = new ArrayList<>();
        if (e != null) e.parts.keySet().forEach(role -> all.add(compilation.runs().part(e, role)));
        if (e != null && e.partsLost) all.add(Runs.lost(e));
        return all;
    }

    @java.lang.Override
    public Value rated(String element) {
        Class<? extends Element> kind = kind(element);
        return value(element, kind == null ? PRICE : Facts.ratedPath(kind));
    }

    @java.lang.Override
    public Value price(String element) {
        return value(element, PRICE);
    }

    private Value value(String element, String path) {
        Effective e = compilation.named(element);
        Origin at = new Origin(element, path);
        Schema.AttributeEntry entry = e == null ? null : entry(e, path);
        if (e == null || entry == null) return Value.absent(at);
        Written written = e.body.attribute(path);
        if (written == null && e.body.mayHide(path)) return Value.unknown(at);
        Value v = (Value) new Values(compilation, e).of(entry, written, at);
        if (v.isKnown()
                && compilation.expressions().value(new Target.AttributeTarget(e, path))
                        instanceof Num n) spreads.put(at, n.spreads());
        return v;
    }

    private static Schema.@Nullable AttributeEntry entry(Effective e, String path) {
        Schema.KindEntry kind = Schema.builtIn().kind(Elements.kind(e.element));
        List<Schema.Member> members = kind == null ? List.of() : kind.members();
        Schema.Member found = null;
        for (String step : path.split("\\.")) {
            found = members.stream().filter(m -> m.name().equals(step)).findFirst().orElse(null);
            members = found instanceof Schema.BlockEntry b ? b.members() : List.of();
        }
        return found instanceof Schema.AttributeEntry a ? a : null;
    }
}
