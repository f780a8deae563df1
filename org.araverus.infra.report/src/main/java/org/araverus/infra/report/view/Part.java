// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

/**
 * A part of a whole.
 *
 * @param share of the whole, 0 to 1
 */
public record Part(String name, Quantity amount, double share) {
    /** {@code 62.6 %}. */
    public String percent() {
        return String.format(java.util.Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }
}
