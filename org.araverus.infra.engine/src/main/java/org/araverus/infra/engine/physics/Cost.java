// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Money: USD, USD/s, USD/tok. Times in s; a year has 365 days. */
public final class Cost {

    private static final double YEAR = 365 * 86400.0;
    private static final String FINANCE = "present value of equal payments";

    private Cost() {}

    /** Yearly payment over capital, so that capital and interest are paid after the lifetime. */
    @Formula(
            id = "cost.annuity",
            unit = "1",
            source = FINANCE,
            text = "r / (1 - (1 + r)^-n), 1 / n without interest")
    public static double annuity(double interest, double lifetime) {
        double years = lifetime / YEAR;
        if (interest == 0) {
            return 1 / years;
        }
        return interest / -Math.expm1(-years * Math.log1p(interest));
    }

    /** Capital and upkeep. */
    @Formula(
            id = "cost.capital",
            unit = "USD/s",
            source = FINANCE,
            text = "capex (annuity + upkeep) / year")
    public static double capital(double capex, double annuity, double upkeep) {
        return capex * (annuity + upkeep) / YEAR;
    }

    /** Energy. */
    @Formula(id = "cost.energy", unit = "USD/s", source = "definition", text = "facility price")
    public static double energy(double facility, double price) {
        return facility * price;
    }

    /** Capital, upkeep and energy. */
    @Formula(id = "cost.per_hour", unit = "USD/s", source = "sum", text = "capital + energy")
    public static double perHour(double capital, double energy) {
        return capital + energy;
    }

    /** Cost of one token. */
    @Formula(
            id = "cost.per_token",
            unit = "USD/tok",
            source = "definition",
            text = "rate / throughput")
    public static double perToken(double rate, double throughput) {
        return rate / throughput;
    }
}
