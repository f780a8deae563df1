// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import org.jspecify.annotations.Nullable;

/**
 * What the text says about one origin.
 *
 * @param how how the value came to be
 * @param place where the value is written (of an inherited value: in the element it comes from);
 *     null if it is nowhere
 * @param from the element in which it is written, if not the origin's own
 * @param source what the nearest {@code @source} says; {@code "unverified"} if nobody has checked
 *     it; null if there is none
 * @param unit the unit as written, for display; null if there is none
 */
public record Trace(
        How how,
        @Nullable Place place,
        @Nullable String from,
        @Nullable String source,
        @Nullable String unit) {
    /** How a value came to be. */
    public enum How {
        TYPED,
        INHERITED,
        COMPUTED,
        OVERRIDDEN
    }
}
