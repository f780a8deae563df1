// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The places of the name at the caret. */
class OccurrencesTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    private static List<String> seen(Editor editor) {
        return editor.marks().stream()
                .filter(m -> m.type().endsWith(".occurrence"))
                .map(Editor.Mark::at)
                .toList();
    }

    @Test
    void theUsesOfAWorkloadWhileItIsAtTheCaret() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        editor.caret("workload Fine|Tune");
        Ui.until(
                () -> seen(editor).equals(List.of("FineTune", "FineTune", "FineTune", "FineTune")),
                () -> seen(editor).toString());
        editor.caret("site La|b {");
        Ui.until(() -> seen(editor).equals(List.of("Lab", "Lab")), () -> seen(editor).toString());
    }
}
