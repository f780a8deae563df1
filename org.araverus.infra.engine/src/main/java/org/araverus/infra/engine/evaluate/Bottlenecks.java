// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation.Bottleneck;
import org.araverus.infra.engine.evaluate.Evaluation.Share;
import org.araverus.infra.engine.physics.Attribution;
import org.jspecify.annotations.Nullable;

/**
 * What holds a placement back, by re-runs with more or less of one resource; and which resource
 * does once there is more of that one.
 */
final class Bottlenecks {

    private static final double STEP_SIZE = 0.01;
    private static final double LIMIT = 1e6;

    /** Halvings of the factor's logarithm: four digits of it. */
    private static final int HALVINGS = 17;

    /** A resource: the inputs that grow with it, and those that shrink. */
    private record Resource(String name, int[] grow, int[] shrink) {}

    private final Placed placed;
    private final OperatingPoint point;
    private final int time;
    private final Frame frame = new Frame();
    private final List<Resource> resources;

    private Bottlenecks(Placed placed, OperatingPoint point) {
        this.placed = placed;
        this.point = point;
        this.time = placed.serves ? TOKEN_TIME : STEP;
        this.resources = resources(placed.plan.traits());
    }

    /** The analysis of a placement. */
    static Bottleneck of(Placed placed, OperatingPoint point) {
        return new Bottlenecks(placed, point).analysis();
    }

    private static List<Resource> resources(Plan.Traits t) {
        List<Resource> all = new ArrayList<>();
        int[] none = {};
        all.add(new Resource("compute", new int[] {PEAK, PEAK_16}, none));
        all.add(new Resource("memory bandwidth", new int[] {BANDWIDTH}, none));
        if (t.scaleUpLevels() > 0)
            all.add(new Resource("scale-up bandwidth", range(RATE, 0, t.scaleUpLevels()), none));
        if (t.levels() > t.scaleUpLevels())
            all.add(
                    new Resource(
                            "network bandwidth", range(RATE, t.scaleUpLevels(), t.levels()), none));
        if (t.levels() > 0)
            all.add(new Resource("network latency", none, range(LATENCY, 0, t.levels())));
        all.add(new Resource("kernel overhead", none, new int[] {OVERHEAD, OVERHEAD_16}));
        return all;
    }

    private static int[] range(int base, int from, int to) {
        int[] cells = new int[to - from];
        for (int i = 0; i < cells.length; i++) cells[i] = base + from + i;
        return cells;
    }

    private Bottleneck analysis() {
        double[] here = elasticities(null, 1);
        int binds = most(here);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < here.length; i++) {
            shares.add(new Share(resources.get(i).name(), here[i]));
        }
        shares.sort(Comparator.comparingDouble(Share::value).reversed());
        Resource first = resources.get(binds);
        double without = run(first, Double.POSITIVE_INFINITY, null, 1);
        if (most(elasticities(first, LIMIT)) == binds)
            return new Bottleneck(shares, first.name(), null, Double.POSITIVE_INFINITY, without);
        double factor = turn(first, binds);
        int next = most(elasticities(first, factor));
        return new Bottleneck(shares, first.name(), resources.get(next).name(), factor, without);
    }

    /** The least factor on a resource from which on another one binds. */
    private double turn(Resource first, int binds) {
        double low = 0;
        double high = Math.log(LIMIT);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (most(elasticities(first, Math.exp(middle))) == binds) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(high);
    }

    private double[] elasticities(@Nullable Resource more, double factor) {
        double[] all = new double[resources.size()];
        for (int i = 0; i < all.length; i++) {
            double up = run(resources.get(i), 1 + STEP_SIZE, more, factor);
            double down = run(resources.get(i), 1 - STEP_SIZE, more, factor);
            all[i] = Attribution.elasticity(down, up, STEP_SIZE);
        }
        return all;
    }

    private static int most(double[] of) {
        int best = 0;
        for (int i = 1; i < of.length; i++) if (of[i] > of[best]) best = i;
        return best;
    }

    private double run(Resource a, double factorA, @Nullable Resource b, double factorB) {
        double[] v = placed.plan.values().clone();
        scale(v, a, factorA);
        if (b != null) scale(v, b, factorB);
        placed.evaluate(placed.plan.with(v), point, Probe.SILENT, frame);
        return frame.get(time);
    }

    private static void scale(double[] v, Resource r, double factor) {
        for (int cell : r.grow) v[cell] *= factor;
        for (int cell : r.shrink) v[cell] /= factor;
    }
}
