// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Requirement;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Growth;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;
import org.araverus.infra.engine.evaluate.Evaluation.Layer;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Verdict;
import org.araverus.infra.engine.physics.Attribution;
import org.jspecify.annotations.Nullable;

/**
 * How far a fleet may grow, and what growth gets from more of each limit: headroom and, where
 * clocks keep limits, the fleet itself are run again with one limit changed.
 */
final class Growths {

    private static final Set<Layer> LAYERS =
            EnumSet.of(Layer.POWER, Layer.COOLING, Layer.SPACE, Layer.MONEY);

    private static final Map<String, Resources.Resource> BY_LIMIT = new LinkedHashMap<>();

    static {
        put("rack power", "rack power", LIMIT_RACK);
        put("feeds that remain", "feeds", LIMIT_FEED);
        put("heat into the air", "air cooling", LIMIT_AIR);
        put("heat into the liquid", "liquid cooling", LIMIT_LIQUID, LIMIT_FLOW);
        put("flow of the liquid", "liquid cooling", LIMIT_LIQUID, LIMIT_FLOW);
        put("height", "space", LIMIT_HEIGHT);
        put("weight", "floor", LIMIT_WEIGHT);
        put("site power", "site power", LIMIT_SITE);
        put("site heat", "site cooling", LIMIT_PLANT);
    }

    private static final Resources.Resource MONEY = Resources.limit("money", LIMIT_MONEY);

    private static final double STEP = 0.01;

    /** No limit is asked for in a greater multiple. */
    private static final double MOST = 1e6;

    /** Four digits of a factor, by its logarithm. */
    private static final double PRECISION = 1e-4;

    private static final double NOTHING = 1e-9;

    private final Design design;
    private final Clocks clocks;
    private final Pass pass;
    private final Set<Element> hosts;
    private final SortedMap<String, Result> metrics;
    private final Map<String, String> throughputs = new LinkedHashMap<>();
    private final List<Requirement> requirements;
    private final List<Verdict> verdicts;

    /**
     * The growth of hosts.
     *
     * @param metrics what they come to today
     * @param requirements of which those on costs are limits of money
     * @param verdicts of the requirements, in their order
     */
    Growths(
            Design design,
            Clocks clocks,
            Pass pass,
            List<Placed> placed,
            SortedMap<String, Result> metrics,
            List<Requirement> requirements,
            List<Verdict> verdicts) {
        this.requirements = requirements;
        this.design = design;
        this.clocks = clocks;
        this.pass = pass;
        this.metrics = metrics;
        this.verdicts = verdicts;
        this.hosts = new LinkedHashSet<>();
        for (Placed p : placed) {
            hosts.add(p.element());
            String metric = Intervals.key(p.workload, "throughput");
            if (metrics.containsKey(metric)) throughputs.put(p.workload.name(), metric);
        }
    }

    private static void put(String limit, String resource, int... cells) {
        BY_LIMIT.put(limit, Resources.limit(resource, cells));
    }

    private static Resources.Resource resource(Headroom h) {
        return BY_LIMIT.getOrDefault(h.what(), MONEY);
    }

    /** What a change of limits leaves. */
    private record Held(List<Headroom> limits, double work) {

        /** How many times today's fleet the limits hold. */
        double times() {
            double times = Double.POSITIVE_INFINITY;
            for (Headroom h : limits) times = Math.min(times, h.holds());
            return times;
        }

        /** What gets less with more growth. */
        double burden() {
            return 1 / (times() * work);
        }
    }

    /** How far it may grow; null where nothing limits it. */
    @Nullable Growth growth() {
        Held now = held(Change.NONE);
        if (now.limits.isEmpty()) return null;
        SortedMap<String, Double> throughput = new TreeMap<>();
        throughputs.forEach(
                (workload, metric) ->
                        throughput.put(workload, value(metric, metrics) * now.times()));
        Bottleneck b = bottleneck(now);
        return new Growth(now.limits, now.times(), throughput, b);
    }

    private Bottleneck bottleneck(Held now) {
        List<Resources.Resource> all =
                now.limits.stream().map(Growths::resource).distinct().toList();
        double[] here = elasticities(all, Change.NONE);
        int binds = most(here);
        List<Evaluation.Resource> resources = new ArrayList<>();
        for (int i = 0; i < here.length; i++) {
            double without = burden(all.get(i).times(Double.POSITIVE_INFINITY));
            resources.add(
                    new Evaluation.Resource(
                            all.get(i).name(),
                            false,
                            here[i],
                            1 / without,
                            Attribution.amdahl(
                                    1 - without / now.burden(), Double.POSITIVE_INFINITY)));
        }
        resources.sort(Comparator.comparingDouble(Evaluation.Resource::elasticity).reversed());
        double[] end = elasticities(all, all.get(binds).times(MOST));
        int next = most(end);
        boolean turns = next != binds && end[next] > NOTHING;
        return new Bottleneck(
                "growth",
                1 / now.burden(),
                "",
                resources,
                all.get(binds).name(),
                turns ? all.get(next).name() : null,
                turns ? turn(all.get(binds), all.get(next)) : Double.POSITIVE_INFINITY);
    }

    /** The factor on a limit from which on another one binds. */
    private double turn(Resources.Resource binds, Resources.Resource next) {
        double end =
                Root.between(
                        log -> {
                            Change more = binds.times(Math.exp(log));
                            return elasticity(binds, more) - elasticity(next, more);
                        },
                        0,
                        Math.log(MOST),
                        PRECISION);
        return Math.exp(end);
    }

    private double[] elasticities(List<Resources.Resource> all, Change more) {
        return all.stream().mapToDouble(r -> elasticity(r, more)).toArray();
    }

    private double elasticity(Resources.Resource r, Change more) {
        double up = burden(more.and(r.times(1 + STEP)));
        double down = burden(more.and(r.times(1 - STEP)));
        return Attribution.elasticity(down, up, STEP);
    }

    private static int most(double[] of) {
        int best = 0;
        for (int i = 1; i < of.length; i++) if (of[i] > of[best] + NOTHING) best = i;
        return best;
    }

    private double burden(Change change) {
        return held(change).burden();
    }

    /** Headroom under a change; the work of today's fleet follows where clocks keep limits. */
    private Held held(Change change) {
        if (change == Change.NONE || !clocks.any()) {
            return new Held(limits(change, name -> value(name, metrics)), 1);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        pass.run(
                change,
                null,
                (of, metric, f, cell, unit, residual, floor) ->
                        values.put(Intervals.key(of, metric), f.get(cell)));
        double work = 0;
        for (String m : throughputs.values()) {
            work += values.getOrDefault(m, 0.0) / value(m, metrics) / throughputs.size();
        }
        return new Held(
                limits(change, name -> values.getOrDefault(name, Double.NaN)),
                throughputs.isEmpty() ? 1 : work);
    }

    private List<Headroom> limits(Change change, ToDoubleFunction<String> known) {
        Headrooms headrooms = new Headrooms(design, clocks, change);
        headrooms.hosts(hosts, known);
        for (int i = 0; i < verdicts.size(); i++) {
            headrooms.money(requirements.get(i), verdicts.get(i));
        }
        return headrooms.all().stream()
                .filter(h -> LAYERS.contains(h.layer()) && h.demand() > 0)
                .filter(h -> !h.what().endsWith(".per_token"))
                .sorted(Comparator.comparingDouble(Headroom::holds))
                .toList();
    }

    private static double value(String name, SortedMap<String, Result> metrics) {
        Result r = metrics.get(name);
        return r == null ? Double.NaN : r.value();
    }
}
