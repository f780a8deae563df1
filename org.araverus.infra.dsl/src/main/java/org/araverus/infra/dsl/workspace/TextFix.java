// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.List;

/** A change of texts that makes a diagnostic go away. */
public record TextFix(String title, List<TextEdit> edits) {
    public TextFix {
        edits = List.copyOf(edits);
    }
}
