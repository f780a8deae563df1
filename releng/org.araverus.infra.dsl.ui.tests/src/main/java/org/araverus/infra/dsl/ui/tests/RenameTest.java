// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An element gets another name, in an open editor and in a file that nobody looks at. */
class RenameTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void aRackIsRenamedInTwoFiles() throws Exception {
        IProject project = Bench.project("racks");
        IFile other =
                Bench.file(
                        project,
                        "more.infra",
                        """
                        package examples.more

                        import examples.first_rack.*

                        rack Longer extends AirRack {
                          size: 47 U
                        }
                        """);
        Editor editor =
                Bench.open(
                        Bench.file(
                                project,
                                "first-rack.infra",
                                Bench.example("first-rack/first-rack.infra")));
        editor.caret("rack Air|Rack");
        Display.getCurrent().asyncExec(() -> answer("ColdRack"));
        Editor.command("org.araverus.infra.dsl.ui.rename");
        Ui.until(
                () ->
                        editor.widget().getText().contains("rack ColdRack {")
                                && editor.widget().getText().contains("1 x ColdRack")
                                && text(other).contains("extends ColdRack"),
                () -> editor.widget().getText() + text(other));
    }

    /** Types into the dialog that comes, and closes it. */
    private static void answer(String name) {
        Ui.until(() -> dialog() != null, Editor::popupText);
        Shell dialog = dialog();
        Text field = Editor.inside(dialog, Text.class).findFirst().orElseThrow();
        field.setText(name);
        Button ok =
                Editor.inside(dialog, Button.class)
                        .filter(b -> b.getText().contains(IDialogConstants.OK_LABEL))
                        .findFirst()
                        .orElseThrow();
        ok.notifyListeners(SWT.Selection, null);
    }

    private static Shell dialog() {
        return Editor.popups().filter(s -> s.getText().equals("Rename")).findFirst().orElse(null);
    }

    private static String text(IFile file) {
        try {
            return file.readString();
        } catch (CoreException e) {
            return e.getMessage();
        }
    }
}
