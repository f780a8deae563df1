// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.araverus.infra.dsl.ui.lsp.Languages;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** The workbench of the test: projects made of examples, editors on their files. */
final class Bench {
    private static final Path EXAMPLES = Path.of(System.getProperty("infra.examples"));

    private Bench() {}

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    static IProject project(String name) throws CoreException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
        return project;
    }

    /** The text of an example, such as {@code first-rack/broken.infra}. */
    static String example(String path) throws IOException {
        return Files.readString(EXAMPLES.resolve(path));
    }

    /** An editor on a copy of an example in a new project. */
    static Editor example(String project, String path, String name) throws Exception {
        return open(file(project(project), name, example(path)));
    }

    static IFile file(IProject project, String name, String text) throws CoreException {
        IFile file = project.getFile(name);
        file.create(text.getBytes(StandardCharsets.UTF_8), IResource.FORCE, null);
        return file;
    }

    /** Opens as a double click does, in whatever editor the workbench takes. */
    static Editor open(IFile file) throws PartInitException {
        return new Editor((ITextEditor) IDE.openEditor(page(), file));
    }

    /** Closes and deletes all, unsaved edits too. */
    static void clear() throws CoreException {
        page().closeAllEditors(false);
        // the server closes a text before its file goes
        var idle = Languages.of(project("any").getFile("any.infra")).orElseThrow().idle();
        Ui.until(idle::isDone, () -> "an idle server");
        for (IProject p : ResourcesPlugin.getWorkspace().getRoot().getProjects())
            p.delete(IResource.ALWAYS_DELETE_PROJECT_CONTENT | IResource.FORCE, null);
    }
}
