// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All formulas by id, for derivation trees, documentation and tests; never on the way of an
 * evaluation.
 */
public final class Formulas {

    private static final List<Class<?>> CLASSES =
            List.of(
                    ActivationMemory.class,
                    Attribution.class,
                    Checkpointing.class,
                    CollectiveLatency.class,
                    Collectives.class,
                    Compression.class,
                    Cooling.class,
                    Cost.class,
                    Deploy.class,
                    Layer.class,
                    ModelFlops.class,
                    ParallelTraffic.class,
                    Parameters.class,
                    Pipeline.class,
                    Power.class,
                    Recurrences.class,
                    Roofline.class,
                    Schedule.class,
                    Serving.class,
                    Shapes.class,
                    StateMemory.class,
                    Sums.class,
                    TopologyCounts.class,
                    Traffic.class);

    private static final SortedMap<String, Entry> BY_ID = collect();

    private Formulas() {}

    /**
     * One formula.
     *
     * @param formula its facts
     * @param inputs names of its inputs, in order
     * @param method the static method that computes it
     */
    public record Entry(Formula formula, List<String> inputs, Method method) {}

    /** The classes that hold formulas. */
    public static List<Class<?>> classes() {
        return CLASSES;
    }

    /** All ids, sorted. */
    public static List<String> ids() {
        return List.copyOf(BY_ID.keySet());
    }

    /** All formulas by id, sorted. */
    public static SortedMap<String, Entry> all() {
        return BY_ID;
    }

    /** One formula; throws {@link IllegalArgumentException} for an id that is none. */
    public static Entry of(String id) {
        Entry entry = BY_ID.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no formula " + id);
        }
        return entry;
    }

    /**
     * Computes a formula from its inputs in order; throws {@link IllegalArgumentException} for an
     * id that is none or for another number of inputs.
     */
    public static double evaluate(String id, double... inputs) {
        Object[] arguments = Arrays.stream(inputs).boxed().toArray();
        try {
            return (double) of(id).method().invoke(null, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("formula " + id + " cannot be computed", e);
        }
    }

    private static SortedMap<String, Entry> collect() {
        SortedMap<String, Entry> all = new TreeMap<>();
        for (Class<?> owner : CLASSES) {
            for (Method method : owner.getDeclaredMethods()) {
                Formula formula = method.getAnnotation(Formula.class);
                if (formula == null) {
                    continue;
                }
                List<String> inputs =
                        Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
                Entry other = all.put(formula.id(), new Entry(formula, inputs, method));
                if (other != null) {
                    throw new IllegalStateException("two formulas " + formula.id());
                }
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
