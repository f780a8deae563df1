// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Medium;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.physics.Cooling;
import org.araverus.infra.engine.units.Show;

/**
 * Where the heat of a rack goes: all that its parts draw leaves them as heat, a share of it by
 * liquid.
 */
public final class Heat {
    private Heat() {}

    /**
     * The heat of some equal parts.
     *
     * @param share of it that goes into the liquid
     */
    public record Source(Parts.Draw draw, double share) {
        public double air() {
            return draw.item().count() * Cooling.air(draw.each(), share);
        }

        public double liquid() {
            return draw.item().count() * Cooling.liquid(draw.each(), share);
        }

        /** {@code 18 x Tray at 6.7 kW, 87 % into liquid}. */
        public String text() {
            String one =
                    Say.parts(draw.item().count(), draw.item().type())
                            + " at "
                            + Show.value(draw.each(), "W");
            return share == 0 || share == 1
                    ? one
                    : one + ", " + Show.value(share, "%") + " into liquid";
        }
    }

    /** The heat of each part of a rack. */
    public static List<Source> of(Rack rack, Design design) {
        List<Source> all = new ArrayList<>();
        for (Parts.Draw d : Parts.draws(rack, design)) {
            all.add(new Source(d, d.item().type() instanceof Node n ? share(n) : 0));
        }
        return all;
    }

    /** Heat into the air, W. */
    public static double air(List<Source> sources) {
        return sources.stream().mapToDouble(Source::air).sum();
    }

    /** Heat into the liquid, W. */
    public static double liquid(List<Source> sources) {
        return sources.stream().mapToDouble(Source::liquid).sum();
    }

    /** The share of a node's heat that goes into the liquid: as written, else all or nothing. */
    public static double share(Node node) {
        boolean liquid = node.cooling().medium().orElse(Medium.air) == Medium.liquid;
        return node.cooling().liquidShare().orElse(liquid ? 1 : 0);
    }
}
