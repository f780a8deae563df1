// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;

/** Linear propagation: what one declaration contributes adds up, different ones are independent. */
final class Spreads {
    private Spreads() {}

    /** Those of {@code slope * x}. */
    static Map<EObject, Double> scaled(Map<EObject, Double> x, double slope) {
        return sum(x, slope, Map.of(), 0);
    }

    /** Those of {@code a * x + b * y}. */
    static Map<EObject, Double> sum(
            Map<EObject, Double> x, double a, Map<EObject, Double> y, double b) {
        if (x.isEmpty() && y.isEmpty()) return Map.of();
        Map<EObject, Double> all = new LinkedHashMap<>();
        x.forEach((k, s) -> all.put(k, a * s));
        y.forEach((k, s) -> all.merge(k, b * s, Double::sum));
        return all;
    }

    /** Half width of the 90 % interval of the whole. */
    static double width(Map<EObject, Double> spreads) {
        double width = 0;
        for (double s : spreads.values())
            if (Double.isFinite(s)) width = width == 0 ? Math.abs(s) : Math.hypot(width, s);
        return width;
    }
}
