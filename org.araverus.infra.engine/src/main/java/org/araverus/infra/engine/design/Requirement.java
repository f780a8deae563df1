// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

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
        Origin origin) {}
