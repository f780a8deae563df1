// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.araverus.infra.dsl.ui.NewProject;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** File, New, Infra project: a name, an example, Finish. */
class NewProjectTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void anExampleBecomesAProject() throws Exception {
        IWorkbenchWizard wizard =
                PlatformUI.getWorkbench()
                        .getNewWizardRegistry()
                        .findWizard("org.araverus.infra.dsl.ui.newProject")
                        .createWizard();
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        WizardDialog dialog =
                new WizardDialog(
                        PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Editor.inside(dialog.getShell(), Text.class).findFirst().orElseThrow().setText("mine");
        press(dialog, "Next");
        List<String> examples =
                Editor.inside(dialog.getShell(), Table.class)
                        .flatMap(t -> Stream.of(t.getItems()).map(i -> i.getText()))
                        .toList();
        assertTrue(examples.contains("mixed-fleet"), examples::toString);
        press(dialog, "Finish");
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("mine");
        assertTrue(project.getFile("first-rack.infra").exists());
        assertTrue(project.hasNature(NewProject.NATURE));
        assertTrue(
                Bench.page().getActiveEditor().getTitle().endsWith(".infra"),
                Bench.page().getActiveEditor()::getTitle);
    }

    private static void press(WizardDialog dialog, String label) {
        Button button =
                Editor.inside(dialog.getShell(), Button.class)
                        .filter(b -> b.getText().replace("&", "").startsWith(label))
                        .findFirst()
                        .orElseThrow();
        assertTrue(button.isEnabled(), label);
        button.notifyListeners(SWT.Selection, null);
    }
}
