// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.math.BigDecimal;
import java.math.MathContext;
import org.araverus.infra.engine.units.Show;

/** How numbers are shown: in units that read well, or in SI. */
public enum Numbers {
    READABLE {
        @Override
        Amount amount(double si, String unit) {
            String text = Show.value(si, unit);
            int blank = text.indexOf(' ');
            return blank < 0
                    ? new Amount(text, "")
                    : new Amount(text.substring(0, blank), text.substring(blank + 1));
        }

        @Override
        String like(double si, String unit, double like) {
            return Show.digits(si, unit, like);
        }
    },
    SI {
        @Override
        Amount amount(double si, String unit) {
            if (Double.isNaN(si)) return new Amount("unknown", "");
            return new Amount(digits(si), coherent(unit));
        }

        @Override
        String like(double si, String unit, double like) {
            return digits(si);
        }
    };

    private static final MathContext DIGITS = new MathContext(4);

    /** A number and the unit behind it. */
    record Amount(String number, String unit) {
        /** Both, as they stand in a sentence. */
        String text() {
            return unit.isEmpty() ? number : number + " " + unit;
        }
    }

    /** The number in a unit that suits it. */
    abstract Amount amount(double si, String unit);

    /** The number alone, in the unit that suits another one. */
    abstract String like(double si, String unit, double like);

    private static String digits(double si) {
        if (Double.isNaN(si)) return "unknown";
        if (Double.isInfinite(si)) return si > 0 ? "without limit" : "-without limit";
        if (si == 0) return "0";
        BigDecimal d = new BigDecimal(si).round(DIGITS).stripTrailingZeros();
        int exponent = d.precision() - d.scale() - 1;
        if (exponent >= -4 && exponent <= 6) return d.toPlainString();
        String mantissa = d.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "e" + exponent;
    }

    /** A ratio has no unit in SI, and temperatures are absolute. */
    private static String coherent(String unit) {
        return switch (unit) {
            case "%" -> "";
            case "degC" -> "K";
            default -> unit;
        };
    }
}
