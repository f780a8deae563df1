// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proposals in a list beside the caret, what they mean beside the list. */
class CompletionTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void anAttributeIsProposedExplainedAndTyped() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        editor.type("inlet: 24 degC }|", "\n  weig");
        editor.operation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        Event event = Editor.select("weight_limit");
        Ui.until(
                () -> Editor.popupText().contains("Weight that rack and floor carry"),
                Editor::popupText);
        event.widget.notifyListeners(SWT.DefaultSelection, event);
        assertTrue(
                editor.document().get().contains("\n  weight_limit: "),
                () -> editor.document().get());
    }
}
