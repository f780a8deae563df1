// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.custom.StyleRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong stands in the text and among the problems, as it is typed. */
class FindingsTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void aRackOverItsBudgetIsMarked() throws Exception {
        var project = Bench.project("racks");
        IFile file = Bench.file(project, "broken.infra", Bench.example("first-rack/broken.infra"));
        Editor editor = Bench.open(file);
        var mark = editor.see("error", "rack AirRack draws");
        assertEquals("34 kW", mark.at());
        Ui.until(() -> underlined(editor, "budget: |34 kW"), () -> "no line under 34 kW");
        IMarker[] problems = file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO);
        assertTrue(problems.length > 0);
    }

    @Test
    void typingMarksAndUnmarks() throws Exception {
        var project = Bench.project("typing");
        String text = Bench.example("first-rack/first-rack.infra");
        Editor editor = Bench.open(Bench.file(project, "first-rack.infra", text));
        editor.replace("DGX_H100", "DGX_H10");
        editor.see("error", "DGX_H10");
        editor.replace("DGX_H10", "DGX_H100");
        Ui.until(
                () -> editor.marks().stream().noneMatch(m -> m.type().endsWith("error")),
                () -> editor.marks().toString());
        assertEquals(text, editor.document().get());
    }

    private static boolean underlined(Editor editor, String part) {
        StyleRange style = editor.widget().getStyleRangeAtOffset(editor.offset(part));
        return style != null && style.underline;
    }
}
