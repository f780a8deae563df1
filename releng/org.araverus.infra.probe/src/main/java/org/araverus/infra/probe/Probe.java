// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/**
 * Opens the file {@code -Dprobe.file} as a double click does, and once its editor shows an
 * annotation with the words {@code -Dprobe.words}, writes what is seen to {@code -Dprobe.seen} and
 * closes the workbench. Who started it gives up when it takes too long.
 */
public class Probe implements IStartup {
    private static final int LOOK_AGAIN_MILLIS = 50;

    @Override
    public void earlyStartup() {
        String file = System.getProperty("probe.file");
        if (file == null) return;
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> open(display, Path.of(file)));
    }

    private static void open(Display display, Path file) {
        try {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("probe");
            project.create(null);
            project.open(null);
            IFile copy = project.getFile(file.getFileName().toString());
            copy.create(Files.readAllBytes(file), IResource.FORCE, null);
            IWorkbenchPage page =
                    PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
            look(display, IDE.openEditor(page, copy));
        } catch (IOException | CoreException e) {
            write(List.of(e.toString()));
            PlatformUI.getWorkbench().close();
        }
    }

    private static void look(Display display, IEditorPart editor) {
        List<String> seen = seen(editor);
        String words = System.getProperty("probe.words", "");
        if (seen.stream().noneMatch(s -> s.contains(words))) {
            display.timerExec(LOOK_AGAIN_MILLIS, () -> look(display, editor));
            return;
        }
        write(seen);
        PlatformUI.getWorkbench().close();
    }

    private static List<String> seen(IEditorPart editor) {
        List<String> all = new ArrayList<>();
        all.add(editor.getEditorSite().getId() + " " + editor.getTitle());
        if (editor.getAdapter(ITextViewer.class) instanceof ISourceViewer viewer
                && viewer.getAnnotationModel() != null)
            viewer.getAnnotationModel()
                    .getAnnotationIterator()
                    .forEachRemaining(a -> all.add(a.getType() + " " + a.getText()));
        return all;
    }

    private static void write(List<String> lines) {
        try {
            Files.write(Path.of(System.getProperty("probe.seen")), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
