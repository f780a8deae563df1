// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import org.araverus.infra.dsl.ui.lsp.Nature;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;
import org.jspecify.annotations.Nullable;

/** A new project: its name, the example that it begins with. */
public class NewProject extends Wizard implements INewWizard {
    /** Projects that are checked when they are built. */
    public static final String NATURE = "org.araverus.infra.dsl.ui.nature";

    private final WizardNewProjectCreationPage name = new WizardNewProjectCreationPage("project");
    private final ExamplePage example = new ExamplePage();

    public NewProject() {
        setWindowTitle("New Infra project");
        name.setTitle("Infra project");
        name.setDescription("A folder of designs that are checked together.");
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {}

    @Override
    public void addPages() {
        addPage(name);
        addPage(example);
    }

    @Override
    public boolean performFinish() {
        IProject project = name.getProjectHandle();
        URI place = name.useDefaults() ? null : name.getLocationURI();
        String chosen = example.chosen();
        try {
            getContainer().run(false, false, making(project, place, chosen));
        } catch (InvocationTargetException e) {
            example.setErrorMessage(String.valueOf(e.getTargetException().getMessage()));
            ILog.get().error("project " + project.getName() + " is not made", e);
            return false;
        } catch (InterruptedException e) {
            return false;
        }
        open(project);
        return true;
    }

    private static WorkspaceModifyOperation making(
            IProject project, @Nullable URI place, String example) {
        return new WorkspaceModifyOperation() {
            @Override
            protected void execute(@Nullable IProgressMonitor monitor)
                    throws CoreException, InvocationTargetException {
                try {
                    make(project, place, example);
                } catch (IOException e) {
                    throw new InvocationTargetException(e);
                }
            }
        };
    }

    static void make(IProject project, @Nullable URI place, String example)
            throws CoreException, IOException {
        IProjectDescription description =
                ResourcesPlugin.getWorkspace().newProjectDescription(project.getName());
        description.setLocationURI(place);
        project.create(description, null);
        project.open(null);
        Examples.copy(example, project);
        Nature.add(project, NATURE);
    }

    private static void open(IProject project) {
        try {
            for (IResource file : project.members())
                if (file instanceof IFile f && "infra".equals(f.getFileExtension()))
                    IDE.openEditor(
                            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(),
                            f);
        } catch (CoreException e) {
            ILog.get().error("the designs of " + project.getName() + " do not open", e);
        }
    }
}
