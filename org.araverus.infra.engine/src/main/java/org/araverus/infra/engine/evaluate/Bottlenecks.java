// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.physics.Attribution;
import org.jspecify.annotations.Nullable;

/**
 * What holds the metrics of a placement back, by re-runs with more or less of one resource; and
 * which resource does once there is more of that one.
 */
final class Bottlenecks {

    private static final double STEP_SIZE = 0.01;

    /** No resource is asked for in a greater multiple. */
    private static final double LIMIT = 1e6;

    /** Below this a difference is rounding. */
    private static final double NOTHING = 1e-9;

    /** Four digits of a factor, by its logarithm. */
    private static final double PRECISION = 1e-4;

    private static final int ITERATIONS = 40;

    /**
     * A metric that resources make better.
     *
     * @param grows whether better is more
     */
    private record Target(String metric, int cell, String unit, boolean grows) {

        /** What gets less when it gets better. */
        double burden(double value) {
            return grows ? 1 / value : value;
        }
    }

    private static final List<Target> TRAINING = List.of(new Target("step_time", STEP, "s", false));

    private static final List<Target> SERVING =
            List.of(
                    new Target("tpot.mean", TOKEN_TIME, "s", false),
                    new Target("ttft.mean", TTFT, "s", false),
                    new Target("throughput", THROUGHPUT, "tok/s", true));

    private final Placed placed;
    private final OperatingPoint point;
    private final Target target;
    private final List<Resources.Resource> resources;
    private final Frame frame = new Frame();

    private Bottlenecks(Placed placed, OperatingPoint point, Target target) {
        this.placed = placed;
        this.point = point;
        this.target = target;
        this.resources = Resources.of(placed.plan.traits());
    }

    /** The analysis of a placement: a metric that no resource moves stays out. */
    static List<Bottleneck> of(Placed placed, OperatingPoint point) {
        List<Bottleneck> all = new ArrayList<>();
        for (Target t : placed.serves ? SERVING : TRAINING) {
            Bottleneck b = new Bottlenecks(placed, point, t).analysis();
            if (b != null) all.add(b);
        }
        return all;
    }

    private @Nullable Bottleneck analysis() {
        double now = run(null, 1, null, 1);
        if (!Double.isFinite(now)) return null;
        double[] here = elasticities(null, 1);
        List<Evaluation.Resource> moving = new ArrayList<>();
        for (int i = 0; i < here.length; i++) {
            Evaluation.Resource r = resource(i, here[i], now);
            if (Math.abs(here[i]) > NOTHING || Math.abs(r.speedup() - 1) > NOTHING) moving.add(r);
        }
        int binds = most(here);
        if (here[binds] <= NOTHING) return null;
        moving.sort(Comparator.comparingDouble(Evaluation.Resource::elasticity).reversed());
        int next = most(elasticities(resources.get(binds), LIMIT));
        double factor = Double.POSITIVE_INFINITY;
        if (next != binds) {
            factor = turn(binds, here);
            next = most(elasticities(resources.get(binds), factor));
        }
        return new Bottleneck(
                target.metric,
                target.grows ? 1 / now : now,
                target.unit,
                moving,
                resources.get(binds).name(),
                next == binds ? null : resources.get(next).name(),
                factor);
    }

    private Evaluation.Resource resource(int i, double elasticity, double now) {
        double without = run(resources.get(i), Double.POSITIVE_INFINITY, null, 1);
        // what grows without end on both sides of a fraction has no limit to compute with
        if (Double.isNaN(without)) without = run(resources.get(i), LIMIT, null, 1);
        return new Evaluation.Resource(
                resources.get(i).name(),
                resources.get(i).across(),
                elasticity,
                target.burden(without),
                Attribution.amdahl(1 - without / now, Double.POSITIVE_INFINITY));
    }

    /**
     * The least factor on a resource from which on another one binds: where its lead over the
     * others is gone, between bounds by false position that never stalls.
     */
    private double turn(int binds, double[] here) {
        double low = 0;
        double ahead = lead(here, binds);
        double high = Math.log(LIMIT);
        double behind = lead(elasticities(resources.get(binds), LIMIT), binds);
        int side = 0;
        for (int i = 0; i < ITERATIONS && high - low > PRECISION; i++) {
            double middle = (low * behind - high * ahead) / (behind - ahead);
            if (!(middle > low + PRECISION / 4 && middle < high - PRECISION / 4)) {
                middle =
                        side > 0
                                ? Math.min(high, low + PRECISION)
                                : Math.max(low, high - PRECISION);
            }
            double lead = lead(elasticities(resources.get(binds), Math.exp(middle)), binds);
            if (lead > 0) {
                low = middle;
                ahead = lead;
                if (side > 0) behind /= 2;
                side = 1;
            } else {
                high = middle;
                behind = lead;
                if (side < 0) ahead /= 2;
                side = -1;
            }
        }
        return Math.exp(high);
    }

    /** By how much a resource binds more than any other. */
    private double lead(double[] elasticities, int binds) {
        double others = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < elasticities.length; i++) {
            if (i != binds && !resources.get(i).across())
                others = Math.max(others, elasticities[i]);
        }
        return elasticities[binds] - others;
    }

    private double[] elasticities(Resources.@Nullable Resource more, double factor) {
        double[] all = new double[resources.size()];
        for (int i = 0; i < all.length; i++) {
            double up = run(resources.get(i), 1 + STEP_SIZE, more, factor);
            double down = run(resources.get(i), 1 - STEP_SIZE, more, factor);
            all[i] = Attribution.elasticity(down, up, STEP_SIZE);
        }
        return all;
    }

    private int most(double[] of) {
        int best = 0;
        for (int i = 1; i < of.length; i++) {
            if (of[i] > of[best] && !resources.get(i).across()) best = i;
        }
        return best;
    }

    /** The burden of the target with other inputs. */
    private double run(
            Resources.@Nullable Resource a,
            double factorA,
            Resources.@Nullable Resource b,
            double factorB) {
        double[] v = placed.plan.values().clone();
        if (a != null) a.scale(v, factorA);
        if (b != null) b.scale(v, factorB);
        placed.evaluate(placed.plan.with(v), point, Probe.SILENT, frame);
        return target.burden(frame.get(target.cell));
    }
}
