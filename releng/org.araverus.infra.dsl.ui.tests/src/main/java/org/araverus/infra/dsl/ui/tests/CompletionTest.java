// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proposals in a list beside the caret, what they mean beside the list. */
class CompletionTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    private static Editor open() throws Exception {
        String text = Bench.example("first-rack/first-rack.infra");
        return Bench.open(Bench.file(Bench.project("racks"), "first-rack.infra", text));
    }

    @Test
    void anAttributeIsProposedExplainedAndTyped() throws Exception {
        Editor editor = open();
        editor.type("micro_batch: 1|", "\n  rec");
        editor.operation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        Ui.until(
                () -> Editor.items().stream().anyMatch(i -> i.startsWith("recompute")),
                () -> Editor.items().toString());
        Table list = Editor.lists().findFirst().orElseThrow();
        TableItem item =
                Arrays.stream(list.getItems())
                        .filter(i -> i.getText().startsWith("recompute"))
                        .findFirst()
                        .orElseThrow();
        list.setSelection(item);
        Event event = new Event();
        event.item = item;
        list.notifyListeners(SWT.Selection, event);
        Ui.until(
                () -> popupText().contains("What the backward pass computes again"),
                () -> popupText());
        list.notifyListeners(SWT.DefaultSelection, event);
        assertTrue(
                editor.document().get().contains("\n  recompute: "), () -> editor.document().get());
    }

    private static String popupText() {
        return Editor.popups()
                .flatMap(s -> Editor.inside(s, StyledText.class))
                .map(StyledText::getText)
                .reduce("", (a, b) -> a + b + "\n");
    }
}
