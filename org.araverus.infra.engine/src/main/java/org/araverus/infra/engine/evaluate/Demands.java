// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;

/** Demands against limits, and how far the demands reach: by re-runs, as metrics do. */
final class Demands {

    private final Design design;
    private final Clocks clocks;
    private final Pass pass;
    private final List<Placed> placed;
    private final Set<Element> hosts = new LinkedHashSet<>();

    /** What a demand is of: re-runs find it again by this. */
    private record Key(String what, String subject) {
        static Key of(Headroom h) {
            return new Key(h.what(), h.subject());
        }
    }

    Demands(Design design, Clocks clocks, Pass pass, List<Placed> placed) {
        this.design = design;
        this.clocks = clocks;
        this.pass = pass;
        this.placed = placed;
        for (Placed p : placed) hosts.add(p.element());
    }

    /**
     * All but those of requirements, with inputs as a change makes them.
     *
     * @param metrics by the name that texts use, under the same change
     */
    Headrooms under(Change change, ToDoubleFunction<String> metrics) {
        Headrooms headrooms = new Headrooms(design, clocks, change);
        Clocks.Points points = clocks.solve(change, false);
        for (Placed p : placed) headrooms.placed(p, points.of(p));
        headrooms.hosts(hosts, metrics);
        return headrooms;
    }

    /**
     * The same with the intervals of their demands; those that have one keep it.
     *
     * @param uncertain origins of inputs with a spread
     */
    List<Headroom> within(List<Headroom> all, Set<Origin> uncertain) {
        Map<Key, double[]> squares = new HashMap<>();
        for (Change[] both : Intervals.variables(uncertain)) {
            Map<Key, Double> up = demands(both[0]);
            Map<Key, Double> down = demands(both[1]);
            for (Headroom h : all) {
                Key k = Key.of(h);
                Intervals.add(
                        squares.computeIfAbsent(k, none -> new double[2]),
                        h.demand(),
                        up.getOrDefault(k, h.demand()),
                        down.getOrDefault(k, h.demand()));
            }
        }
        List<Headroom> found = new ArrayList<>();
        for (Headroom h : all) found.add(Double.isNaN(h.low()) ? reaching(h, squares) : h);
        return List.copyOf(found);
    }

    private static Headroom reaching(Headroom h, Map<Key, double[]> squares) {
        double[] s = squares.getOrDefault(Key.of(h), new double[2]);
        double own = residual(h) * h.demand();
        double down = Math.sqrt(s[0] + own * own);
        return h.within(Math.max(0, h.demand() - down), h.demand() + Math.sqrt(s[1] + own * own));
    }

    /** What the closed form misses of a demand beyond its inputs, as of the metric. */
    private static double residual(Headroom h) {
        return h.what().equals(Headrooms.ACCELERATOR_MEMORY) ? Defaults.RESIDUAL_MEMORY : 0;
    }

    private Map<Key, Double> demands(Change change) {
        Map<String, Double> values = new LinkedHashMap<>();
        pass.run(
                change,
                null,
                (of, metric, f, cell, unit, residual, floor) ->
                        values.put(Intervals.key(of, metric), f.get(cell)));
        Map<Key, Double> all = new HashMap<>();
        Headrooms h = under(change, name -> values.getOrDefault(name, Double.NaN));
        for (Headroom each : h.all()) all.put(Key.of(each), each.demand());
        return all;
    }
}
