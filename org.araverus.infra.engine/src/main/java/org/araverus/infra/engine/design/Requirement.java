// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;

/**
 * {@code require LEFT <= RIGHT}.
 *
 * @param text as written, blanks normalised
 * @param unit the coherent unit of both sides
 * @param workload the qualified name of the workload that states it; empty if the evaluate does
 */
public record Requirement(
        String text,
        Term left,
        String comparison,
        Term right,
        String unit,
        String workload,
        Origin origin) {
    /** What a requirement may compare by. */
    public static final List<String> COMPARISONS = List.of("<=", "<", ">=", ">", "==");
}
