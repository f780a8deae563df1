// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Calendar time from order to running: chains of deliveries, then work on the floor. In s. */
public final class Deploy {

    private static final String PATH = "critical path of parallel chains";

    private Deploy() {}

    /** When two chains that run side by side have both come to their end. */
    @Formula(id = "deploy.later", unit = "s", source = PATH, text = "max(a, b)")
    public static double later(double a, double b) {
        return Math.max(a, b);
    }

    /** Crews put up racks side by side, each one rack after the other. */
    @Formula(
            id = "deploy.install",
            unit = "s",
            source = "shifts of equal work",
            text = "ceil(racks / crews) each")
    public static double install(double racks, double crews, double each) {
        return Math.ceil(racks / crews) * each;
    }

    /** Work on the floor begins when all is there. */
    @Formula(id = "deploy.time", unit = "s", source = PATH, text = "delivered + install + burn_in")
    public static double time(double delivered, double install, double burnIn) {
        return delivered + install + burnIn;
    }
}
