// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Elements fold to their first line. */
class FoldingTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void allFoldToTheirFirstLines() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        ProjectionViewer viewer = (ProjectionViewer) editor.viewer();
        Ui.until(
                () ->
                        viewer.getProjectionAnnotationModel() != null
                                && viewer.getProjectionAnnotationModel()
                                        .getAnnotationIterator()
                                        .hasNext(),
                () -> "no folds");
        String all = editor.widget().getText();
        editor.operation(ProjectionViewer.COLLAPSE_ALL);
        Ui.until(
                () ->
                        editor.widget().getText().contains("rack AirRack {")
                                && !editor.widget().getText().contains("nodes: 4 x"),
                () -> editor.widget().getText());
        editor.operation(ProjectionViewer.EXPAND_ALL);
        assertEquals(all, editor.widget().getText());
    }
}
