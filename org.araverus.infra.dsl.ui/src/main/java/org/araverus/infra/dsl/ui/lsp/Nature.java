// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.jspecify.annotations.Nullable;

/**
 * A project that is built by its language server. In {@code plugin.xml} the class has the parameter
 * {@code builder}.
 */
public class Nature implements IProjectNature, IExecutableExtension {
    private String builder = "";
    private @Nullable IProject project;

    @Override
    public void setInitializationData(
            IConfigurationElement config, String property, @Nullable Object data) {
        if (data instanceof Map<?, ?> all) builder = String.valueOf(all.get("builder"));
    }

    /** Adds a nature to a project, unless it has it. */
    public static void add(IProject project, String nature) throws CoreException {
        IProjectDescription description = project.getDescription();
        if (description.hasNature(nature)) return;
        description.setNatureIds(
                Stream.concat(Arrays.stream(description.getNatureIds()), Stream.of(nature))
                        .toArray(String[]::new));
        project.setDescription(description, null);
    }

    @Override
    public void configure() throws CoreException {
        if (project == null) return;
        IProjectDescription description = project.getDescription();
        if (Arrays.stream(description.getBuildSpec()).anyMatch(this::ours)) return;
        ICommand command = description.newCommand();
        command.setBuilderName(builder);
        description.setBuildSpec(
                Stream.concat(Arrays.stream(description.getBuildSpec()), Stream.of(command))
                        .toArray(ICommand[]::new));
        project.setDescription(description, null);
    }

    @Override
    public void deconfigure() throws CoreException {
        if (project == null) return;
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(
                Arrays.stream(description.getBuildSpec())
                        .filter(c -> !ours(c))
                        .toArray(ICommand[]::new));
        project.setDescription(description, null);
    }

    private boolean ours(ICommand command) {
        return builder.equals(command.getBuilderName());
    }

    @Override
    public @Nullable IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }
}
