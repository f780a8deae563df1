// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.araverus.infra.engine.design.NotKnown;
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
     * @param fleet whether it is of the fleet, whose power and prices count then
     */
    private record Target(String metric, int cell, String unit, boolean grows, boolean fleet) {

        /** What gets less when it gets better. */
        double burden(double value) {
            return grows ? 1 / value : value;
        }
    }

    private static final List<Target> TRAINING =
            List.of(new Target("step_time", STEP, "s", false, false));

    private static final Target KEPT =
            new Target("goodput.throughput", KEPT_THROUGHPUT, "tok/s", true, false);

    private static final List<Target> SERVING =
            List.of(
                    new Target("tpot.mean", TOKEN_TIME, "s", false, false),
                    new Target("ttft.mean", TTFT, "s", false, false),
                    new Target("throughput", THROUGHPUT, "tok/s", true, false));

    private static final List<Target> FLEET =
            List.of(
                    new Target("energy.per_token", FLEET_TOKEN_ENERGY, "J/tok", false, true),
                    new Target("cost.per_token", FLEET_TOKEN_COST, "USD/tok", false, true));

    private final Placed placed;
    private final Clocks clocks;
    private final OperatingPoint point;
    private final List<Resources.Resource> hardware;
    private final List<Resources.Resource> all;
    private final Frame frame = new Frame();

    /** All numbers of the placement as it is: what only moves the fleet starts from them. */
    private final double[] unchanged;

    private final Fleet fleet;
    private final Fleet.Hosts hosts;

    private Bottlenecks(Placed placed, Clocks clocks) {
        this.placed = placed;
        this.clocks = clocks;
        this.point = clocks.solve(Change.NONE, false).of(placed);
        this.hardware = Resources.of(placed.plan.traits(), clocks.kinds(placed));
        this.all = new ArrayList<>(hardware);
        all.addAll(Resources.ofFleet());
        Tree tree = new Tree(placed.design);
        this.fleet = new Fleet(placed.design, tree, new Assumptions(), frame);
        this.hosts = Fleet.Hosts.of(placed);
        placed.evaluate(placed.plan, point, Probe.SILENT, frame);
        this.unchanged = frame.x.clone();
    }

    /** The analysis of a placement: a metric that no resource moves stays out. */
    static List<Bottleneck> of(Placed placed, Clocks clocks) {
        Bottlenecks analysis = new Bottlenecks(placed, clocks);
        List<Bottleneck> found = new ArrayList<>();
        for (Target t : placed.serves ? SERVING : TRAINING) analysis.add(found, t);
        if (placed.plan.traits().keeps().goodput()) analysis.add(found, KEPT);
        for (Target t : FLEET) {
            try {
                analysis.add(found, t);
            } catch (NotKnown e) {
                // a price or a draw that is not known: the metric is missing too
            }
        }
        return found;
    }

    private void add(List<Bottleneck> found, Target target) {
        Bottleneck b = new Search(target).analysis();
        if (b != null) found.add(b);
    }

    /** The analysis of one metric. */
    private final class Search {
        private final Target target;
        private final List<Resources.Resource> resources;

        Search(Target target) {
            this.target = target;
            this.resources = target.fleet ? all : hardware;
        }

        @Nullable Bottleneck analysis() {
            double now = burden(target, Change.NONE);
            if (!Double.isFinite(now)) return null;
            double[] here = elasticities(Change.NONE);
            int binds = most(here);
            if (here[binds] <= NOTHING) return null;
            List<Evaluation.Resource> moving = new ArrayList<>();
            for (int i = 0; i < here.length; i++) {
                Evaluation.Resource r = resource(i, here[i], now);
                if (Math.abs(here[i]) > NOTHING || Math.abs(r.speedup() - 1) > NOTHING) {
                    moving.add(r);
                }
            }
            moving.sort(Comparator.comparingDouble(Evaluation.Resource::elasticity).reversed());
            Turn turn = turn(binds);
            return new Bottleneck(
                    target.metric,
                    target.grows ? 1 / now : now,
                    target.unit,
                    moving,
                    resources.get(binds).name(),
                    turn == null ? null : resources.get(turn.next).name(),
                    turn == null ? Double.POSITIVE_INFINITY : turn.factor);
        }

        private Evaluation.Resource resource(int i, double elasticity, double now) {
            Resources.Resource r = resources.get(i);
            double without = burden(target, r.times(Double.POSITIVE_INFINITY));
            // what grows without end on both sides of a fraction has no limit to compute with
            if (Double.isNaN(without)) without = burden(target, r.times(LIMIT));
            return new Evaluation.Resource(
                    r.name(),
                    r.across(),
                    elasticity,
                    target.burden(without),
                    Attribution.amdahl(1 - without / now, Double.POSITIVE_INFINITY));
        }

        /** The factor on a resource from which on another one binds; null if none does. */
        private record Turn(double factor, int next) {}

        /**
         * The least factor from which on a rival leads: first the one that leads in the end; as
         * long as there is another one that leads before, that one.
         */
        private @Nullable Turn turn(int binds) {
            double end = Math.log(LIMIT);
            int rival = most(elasticities(resources.get(binds).times(LIMIT)));
            if (rival == binds) return null;
            for (int i = 0; ; i++) {
                end = meet(binds, rival, end);
                int first = most(elasticities(resources.get(binds).times(Math.exp(end))));
                if (first == rival || first == binds || i == resources.size()) break;
                rival = first;
            }
            return new Turn(Math.exp(end), rival);
        }

        /** Where a rival catches up, by its logarithm: false position that never stalls. */
        private double meet(int binds, int rival, double end) {
            double low = 0;
            double ahead = lead(binds, rival, low);
            double high = end;
            double behind = lead(binds, rival, high);
            int side = 0;
            for (int i = 0; i < ITERATIONS && high - low > PRECISION; i++) {
                double middle = between(low, ahead, high, behind, side);
                double lead = lead(binds, rival, middle);
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
            return high;
        }

        /** The root of the line through both ends; near an end, a step of the precision from it. */
        private static double between(
                double low, double ahead, double high, double behind, int side) {
            double middle = (low * behind - high * ahead) / (behind - ahead);
            if (middle > low + PRECISION / 4 && middle < high - PRECISION / 4) return middle;
            return side > 0 ? Math.min(high, low + PRECISION) : Math.max(low, high - PRECISION);
        }

        /** By how much a resource binds more than a rival with this much more of it. */
        private double lead(int binds, int rival, double logarithm) {
            Change more = resources.get(binds).times(Math.exp(logarithm));
            return elasticity(binds, more) - elasticity(rival, more);
        }

        private double[] elasticities(Change more) {
            double[] each = new double[resources.size()];
            for (int i = 0; i < each.length; i++) each[i] = elasticity(i, more);
            return each;
        }

        private double elasticity(int i, Change more) {
            Resources.Resource r = resources.get(i);
            double up = burden(target, more.and(r.times(1 + STEP_SIZE)));
            double down = burden(target, more.and(r.times(1 - STEP_SIZE)));
            return Attribution.elasticity(down, up, STEP_SIZE);
        }

        private int most(double[] of) {
            int best = 0;
            for (int i = 1; i < of.length; i++) {
                if (of[i] > of[best] && !resources.get(i).across()) best = i;
            }
            return best;
        }
    }

    /** The burden of a target with other inputs. */
    private double burden(Target target, Change change) {
        frame.change = change;
        Plan plan = change.of(placed.plan);
        OperatingPoint at = clocks.any() ? clocks.solve(change, false).of(placed) : point;
        if (plan == placed.plan && at.accelerators() == point.accelerators()) {
            System.arraycopy(unchanged, 0, frame.x, 0, unchanged.length);
        } else {
            placed.evaluate(plan, at, Probe.SILENT, frame);
        }
        if (target.fleet) {
            fleet.start();
            fleet.clock(at);
            fleet.load(frame.get(UTILIZATION), Laws.COUNTED);
            frame.same(FLEET_THROUGHPUT, placed.tokens());
            fleet.energyPerToken(hosts);
            if (target.cell == FLEET_TOKEN_COST) fleet.costPerToken(hosts);
        }
        return target.burden(frame.get(target.cell));
    }
}
