// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;

/**
 * A build ends when the server has worked off every change, so that its markers are those of the
 * files as they are. The server hears of changes by itself. In {@code plugin.xml} the class has the
 * parameter {@code contentType}, of the language.
 */
public class Build extends IncrementalProjectBuilder {
    private String contentType = "";

    @Override
    public void setInitializationData(
            IConfigurationElement config, String property, @Nullable Object data)
            throws CoreException {
        super.setInitializationData(config, property, data);
        if (data instanceof Map<?, ?> all) contentType = String.valueOf(all.get("contentType"));
    }

    @Override
    protected IProject @Nullable [] build(
            int kind, @Nullable Map<String, String> args, @Nullable IProgressMonitor monitor)
            throws CoreException {
        Connection connection = Languages.of(contentType).orElse(null);
        if (connection != null && Answers.quiet(connection.idle(), this::isInterrupted))
            connection.diagnostics().mark(getProject());
        return null;
    }

    @Override
    protected void clean(@Nullable IProgressMonitor monitor) throws CoreException {
        getProject().deleteMarkers(Diagnostics.MARKER, true, IResource.DEPTH_INFINITE);
    }
}
