// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.araverus.infra.dsl.ide.completion.Templates;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** Whole elements that are proposed are texts of the language. */
class TemplatesTest {
    @Test
    void templatesCanBeRead() {
        for (Map.Entry<String, String> t : Templates.byKeyword().entrySet()) {
            String text = "package t\n\n" + Templates.plain(t.getValue()) + "\n";
            assertThat(Workspace.ofTexts(Map.of("t.infra", text)).check())
                    .as(text)
                    .extracting(Diagnostic::code)
                    // names are to be filled in
                    .isSubsetOf("unknown-name", "unused-let", "wrong-kind");
        }
    }
}
