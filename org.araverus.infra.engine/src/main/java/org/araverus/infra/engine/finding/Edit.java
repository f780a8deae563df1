// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import org.araverus.infra.engine.design.Origin;

/**
 * A change in design terms; the language turns it into text. Fixes, scenarios and differences use
 * it alike.
 */
public sealed interface Edit {
    /**
     * Gives an attribute a value, where it is written or, if it is inherited, in the user's own
     * nearest element.
     */
    record Set(Origin at, String value) implements Edit {}

    /** Takes an attribute out. */
    record Unset(Origin at) implements Edit {}

    /** Puts another type behind a part's role or a reference. */
    record Replace(Origin at, String type) implements Edit {}

    /** Adds a part. */
    record AddPart(String element, String role, long count, String type) implements Edit {}

    /** Takes a part out. */
    record RemovePart(String element, String role) implements Edit {}
}
