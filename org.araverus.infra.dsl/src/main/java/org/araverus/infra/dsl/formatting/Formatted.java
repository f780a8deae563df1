// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in its canonical layout.
 *
 * @param changes that lead there, in the order of the text; none where it is there already
 * @param unreadable why it stays as it is; null where it does not
 */
public record Formatted(String text, List<Replacement> changes, @Nullable Unreadable unreadable) {
    public Formatted {
        changes = List.copyOf(changes);
    }
}
