// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.tokens;

import java.util.List;
import org.eclipse.lsp4j.SemanticTokenModifiers;

/**
 * A word of a text.
 *
 * @param offset in UTF-16 units from the start of the text
 * @param modifiers bits of {@link #DECLARATION}, {@link #DEFAULT_LIBRARY}, {@link #READONLY}
 */
record Token(int offset, int length, TokenType type, int modifiers) {
    /** The name in the place that declares it. */
    static final int DECLARATION = 1;

    /** Brought along by the language: catalog, units, functions. */
    static final int DEFAULT_LIBRARY = 2;

    /** Computed, not typed: a metric. */
    static final int READONLY = 4;

    /** The protocol's names, by bit. */
    static List<String> modifierLegend() {
        return List.of(
                SemanticTokenModifiers.Declaration,
                SemanticTokenModifiers.DefaultLibrary,
                SemanticTokenModifiers.Readonly);
    }

    int end() {
        return offset + length;
    }
}
