// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.araverus.infra.engine.registry.Schema;
import org.junit.jupiter.api.Test;

class LibraryScannerTest {
    private static List<String> found(String text) {
        return LibraryScanner.scan(text).entries().stream()
                .map(e -> e.kind() + " " + e.name())
                .toList();
    }

    /** The scanner spells the kinds out: it runs before the engine is at hand. */
    @Test
    void findsEveryKindAndNoOtherWord() {
        for (String kind : Schema.builtIn().keywordsAnd("unit", "let"))
            assertThat(found("package p\n\n" + kind + " Name { }\n"))
                    .containsExactly(kind + " Name");
        for (String word : List.of("project", "import", "tier", "power", "extends"))
            assertThat(found("package p\n\n" + word + " Name { }\n")).isEmpty();
    }

    @Test
    void seesOnlyWhatStandsInTheFileItself() {
        assertThat(
                        found(
                                """
                                package p
                                // rack Comment { }
                                /* rack Longer { } */
                                @source("rack Text { }")
                                rack Real { power { budget: 1 kW } nodes: 4 x node }
                                @source("x") node Second { alias: ["rack Alias { }"] }
                                let third = 3
                                """))
                .containsExactly("rack Real", "node Second", "let third");
    }
}
