// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One layout for a text. */
class FormatTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void blanksThatWereLostComeBack() throws Exception {
        String text = Bench.example("first-rack/first-rack.infra");
        String wild = text.replace("  network: Rails", "       network:Rails");
        Editor editor = Bench.open(Bench.file(Bench.project("racks"), "wild.infra", wild));
        Editor.command("org.araverus.infra.dsl.ui.format");
        Ui.until(() -> editor.widget().getText().equals(text), () -> editor.widget().getText());
        IEditorPart part = editor.part();
        part.doSave(new org.eclipse.core.runtime.NullProgressMonitor());
        assertEquals(false, part.isDirty());
    }
}
