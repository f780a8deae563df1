// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import java.util.HashMap;
import java.util.Map;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Value;

/**
 * Sums over the parts of an element of a design, types times counts. Where a number is not known,
 * {@link org.araverus.infra.engine.design.NotKnown}.
 */
public final class Structure {
    private Structure() {}

    /** Accelerators inside. */
    public static double accelerators(Element e, Design design) {
        return sums(design).accelerators(e.name()).si();
    }

    /** The most that it draws, W: its nameplate, or the sum of its parts'. */
    public static double nameplate(Element e, Design design) {
        return sums(design).nameplate(e.name()).si();
    }

    /** What all of it costs, USD: its price, or the sum of its parts'. */
    public static double capex(Element e, Design design) {
        return sums(design).capex(e.name()).si();
    }

    /** Half width of the 90 % interval of what all of it costs, USD: each price on its own. */
    public static double capexSpread(Element e, Design design) {
        Facts facts = Facts.of(design);
        Map<Origin, Double> slopes = sums(design).capex(e.name()).slopes();
        Map<Origin, Double> spreads = new HashMap<>();
        for (String name : design.elements().keySet()) {
            Value price = facts.price(name);
            Double slope = slopes.get(price.origin());
            if (slope != null) spreads.put(price.origin(), slope * price.spread());
        }
        return Math.sqrt(spreads.values().stream().mapToDouble(s -> s * s).sum());
    }

    /** How many instances of one type are inside, at any depth. */
    public static double count(Element e, String type, Design design) {
        return sums(design).countOf(e.name(), type).si();
    }

    /**
     * A metric that follows from the structure, by its path in the kind's metrics; {@link
     * org.araverus.infra.engine.design.NotKnown} where a number is missing.
     */
    public static double metric(Element e, String path, Design design) {
        return switch (path) {
            case "accelerators" -> accelerators(e, design);
            case "power.nameplate" -> nameplate(e, design);
            case "cost.capex" -> capex(e, design);
            case "parameters" -> ModelParameters.total((Model) e);
            case "active_parameters" -> ModelParameters.active((Model) e);
            case "mtp_parameters" -> ModelParameters.further((Model) e);
            default -> throw new IllegalArgumentException(path + " follows from no structure");
        };
    }

    private static Sums sums(Design design) {
        return new Sums(Facts.of(design));
    }
}
