// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Evaluate;
import org.araverus.infra.engine.design.Origin;

/**
 * 90 % intervals: each uncertain input moved by its own half width both ways, inputs of one origin
 * together; what the closed form misses of times and powers moved likewise; independent parts added
 * in squares.
 */
final class Intervals {

    /**
     * How far a metric reaches, from its value.
     *
     * @param down to its lower end
     * @param up to its upper end, without limit where it may never end
     */
    record Reach(double down, double up) {
        static final Reach NONE = new Reach(0, 0);
    }

    private final Pass pass;
    private final Map<String, Double> values;
    private final Map<String, double[]> squares = new HashMap<>();

    private Intervals(Pass pass, Map<String, Double> values) {
        this.pass = pass;
        this.values = values;
    }

    /**
     * The reaches of metrics.
     *
     * @param values of the metrics by key
     * @param residuals relative half widths that belong to single metrics, by key
     * @param uncertain origins of inputs with a spread
     */
    static Map<String, Reach> of(
            Pass pass,
            Map<String, Double> values,
            Map<String, Double> residuals,
            Set<Origin> uncertain) {
        Intervals i = new Intervals(pass, values);
        for (Change[] both : variables(uncertain)) i.move(both[0], both[1]);
        Map<String, Reach> all = new HashMap<>();
        values.forEach(
                (key, value) -> {
                    double own = residuals.getOrDefault(key, 0.0) * value;
                    double[] s = i.squares.getOrDefault(key, new double[2]);
                    double square = own * own;
                    all.put(key, new Reach(Math.sqrt(s[0] + square), Math.sqrt(s[1] + square)));
                });
        return all;
    }

    /** Each independent variable, moved up and down. */
    static List<Change[]> variables(Set<Origin> uncertain) {
        List<Change[]> all = new ArrayList<>();
        for (Origin o : uncertain) all.add(new Change[] {moved(o, 1), moved(o, -1)});
        double t = Defaults.RESIDUAL_TIME;
        all.add(new Change[] {slower(1 + t), slower(1 - t)});
        double p = Defaults.RESIDUAL_POWER;
        all.add(new Change[] {drawing(1 + p), drawing(1 - p)});
        return all;
    }

    private static Change moved(Origin origin, int sign) {
        return (cell, value, spread, from) ->
                spread > 0 && from.equals(origin) ? value + sign * spread : value;
    }

    /** Every time this many times as long: the hardware reaches less of its rates. */
    private static Change slower(double factor) {
        return (cell, value, spread, from) -> {
            if (reached(cell)) return value / factor;
            return overhead(cell) || in(cell, LATENCY) ? value * factor : value;
        };
    }

    private static boolean overhead(int cell) {
        return cell == OVERHEAD
                || cell == OVERHEAD_16
                || cell == EXPERT_OVERHEAD
                || cell == EXPERT_LAYER
                || cell == REQUEST_TIME
                || cell == HOST_STEP
                || cell == HOST_LAUNCH
                || cell == FIRST_TOKEN
                || cell == ALL_REDUCE
                || cell == ALL_TO_ALL;
    }

    private static boolean reached(int cell) {
        return cell == COMPUTE
                || cell == COMPUTE_16
                || cell == MEMORY
                || cell == MEMORY_16
                || cell == EXPERT_COMPUTE
                || cell == EXPERT_MEMORY
                || cell == ATTENTION
                || cell == ATTENTION_MEMORY
                || in(cell, REACHED);
    }

    private static boolean in(int cell, int block) {
        return cell >= block && cell < block + LEVELS;
    }

    /** Every draw this many times as much. */
    private static Change drawing(double factor) {
        return (cell, value, spread, from) ->
                cell == DEVICE_LIMIT || cell == DEVICE_IDLE || cell == BOX_MAX
                        ? value * factor
                        : value;
    }

    private void move(Change up, Change down) {
        Map<String, Double> above = values(up);
        Map<String, Double> below = values(down);
        values.forEach(
                (key, value) -> {
                    double a = above.getOrDefault(key, Double.NaN);
                    double b = below.getOrDefault(key, Double.NaN);
                    double[] s = squares.computeIfAbsent(key, k -> new double[2]);
                    add(s, value, a, b);
                });
    }

    /** Adds one variable; where one side has no end or no result, the other one counts twice. */
    static void add(double[] squares, double value, double a, double b) {
        if (!Double.isFinite(value)) return;
        double half = (a - b) / 2;
        if (Double.isFinite(half)) {
            squares[0] += half * half;
            squares[1] += half * half;
            return;
        }
        double known = Double.isFinite(a) ? a - value : Double.isFinite(b) ? value - b : 0;
        squares[0] += known * known;
        squares[1] = Double.POSITIVE_INFINITY;
    }

    private Map<String, Double> values(Change change) {
        Map<String, Double> all = new HashMap<>();
        pass.run(
                change,
                null,
                (of, metric, f, cell, unit, residual, floor) ->
                        all.put(key(of, metric), f.get(cell)));
        return all;
    }

    /** The name of a metric as texts use it. */
    static String key(Element of, String metric) {
        return of instanceof Evaluate ? metric : of.header().simpleName() + "." + metric;
    }
}
