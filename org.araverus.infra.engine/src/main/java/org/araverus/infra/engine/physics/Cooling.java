// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Heat balance of air and liquid: flows in m^3/s, temperatures in K, heat in W. */
public final class Cooling {

    private static final String BALANCE = "heat balance";
    private static final String TOWER = "LBNL Modelica Buildings, heat exchangers and towers";

    private Cooling() {}

    /** Heat that goes into the liquid. */
    @Formula(id = "heat.liquid", unit = "W", source = BALANCE, text = "P share")
    public static double liquid(double power, double share) {
        return power * share;
    }

    /** Heat that goes into the air. */
    @Formula(id = "heat.air", unit = "W", source = BALANCE, text = "P (1 - share)")
    public static double air(double power, double share) {
        return power * (1 - share);
    }

    /** Share of a heat that goes into the liquid. */
    @Formula(id = "heat.share", unit = "1", source = BALANCE, text = "liquid / all")
    public static double share(double liquid, double all) {
        return liquid / all;
    }

    /**
     * Flow that carries a heat at a rise.
     *
     * @param density kg/m^3
     * @param heatCapacity J/(kg K)
     */
    @Formula(id = "cooling.flow", unit = "m^3/s", source = BALANCE, text = "P / (density c_p rise)")
    public static double flow(double heat, double density, double heatCapacity, double rise) {
        return heat / (density * heatCapacity * rise);
    }

    /** Heat that a flow carries at a rise. */
    @Formula(id = "cooling.heat", unit = "W", source = BALANCE, text = "density c_p flow rise")
    public static double heat(double density, double heatCapacity, double flow, double rise) {
        return density * heatCapacity * flow * rise;
    }

    /**
     * Rise that is left to a liquid that comes in warmer than it should: its way out stays as warm
     * as it may get.
     */
    @Formula(
            id = "cooling.rise_left",
            unit = "K",
            source = BALANCE,
            text = "max(0, supply + rise - max(supply, wet_bulb + approach))")
    public static double riseLeft(double supply, double rise, double wetBulb, double approach) {
        return Math.max(0, supply + rise - Math.max(supply, wetBulb + approach));
    }

    /** Rise of a flow that carries a heat. */
    @Formula(id = "cooling.rise", unit = "K", source = BALANCE, text = "P / (density c_p flow)")
    public static double rise(double heat, double density, double heatCapacity, double flow) {
        return heat / (density * heatCapacity * flow);
    }

    /** Temperature that comes back. */
    @Formula(id = "cooling.return", unit = "degC", source = BALANCE, text = "supply + rise")
    public static double returnTemperature(double supply, double rise) {
        return supply + rise;
    }

    /** Density of dry air, kg/m^3. */
    @Formula(
            id = "cooling.air_density",
            unit = "kg/m^3",
            source = "ideal gas, ISO 2533",
            text = "p / (287.05 T)")
    public static double airDensity(double pressure, double temperature) {
        return pressure / (287.05 * temperature);
    }

    /** Pump power. */
    @Formula(
            id = "cooling.pump",
            unit = "W",
            source = "hydraulic power over efficiency",
            text = "pressure flow / efficiency")
    public static double pump(double pressure, double flow, double efficiency) {
        return pressure * flow / efficiency;
    }

    /**
     * Coldest liquid that a tower gives: over the wet bulb by its approach, which follows the load
     * at fixed flows.
     *
     * @param load heat over the heat at which {@code approach} holds
     */
    @Formula(
            id = "cooling.supply",
            unit = "degC",
            source = TOWER,
            text = "wet_bulb + approach load")
    public static double supply(double wetBulb, double approach, double load) {
        return wetBulb + approach * load;
    }

    /** Effectiveness of a tower from its design point. */
    @Formula(
            id = "cooling.effectiveness",
            unit = "1",
            source = TOWER,
            text = "range / (range + approach)")
    public static double effectiveness(double range, double approach) {
        return range / (range + approach);
    }

    /** Power of a chiller. */
    @Formula(id = "cooling.chiller", unit = "W", source = "definition", text = "Q / COP")
    public static double chiller(double heat, double performance) {
        return heat / performance;
    }

    /** Coefficient of performance as a share of the ideal one. */
    @Formula(
            id = "cooling.performance",
            unit = "1",
            source = "Carnot, with the share a chiller reaches",
            text = "share T_cold / (T_hot - T_cold)")
    public static double performance(double share, double cold, double hot) {
        return share * cold / (hot - cold);
    }

    /**
     * Water that a tower takes, kg/s: evaporation and blow-down.
     *
     * @param cycles concentration of the water against its supply
     */
    @Formula(
            id = "cooling.water",
            unit = "kg/s",
            source = "heat of evaporation 2.43 MJ/kg at 30 degC",
            text = "Q / 2.43e6 / (1 - 1 / cycles)")
    public static double water(double heat, double cycles) {
        return heat / 2.43e6 / (1 - 1 / cycles);
    }
}
