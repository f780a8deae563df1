// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.jface.text.source.ISourceViewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A finding goes when its fix is chosen. */
class FixTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void aBudgetIsRaised() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/broken.infra", "broken.infra");
        editor.see("error", "rack AirRack draws");
        editor.caret("budget: 3|4 kW");
        editor.operation(ISourceViewer.QUICK_ASSIST);
        Editor.choose("budget: ");
        Ui.until(
                () ->
                        editor.marks().stream()
                                .noneMatch(m -> m.words().contains("rack AirRack draws")),
                () -> editor.marks().toString());
        assertFalse(editor.document().get().contains("budget: 34 kW"));
    }
}
