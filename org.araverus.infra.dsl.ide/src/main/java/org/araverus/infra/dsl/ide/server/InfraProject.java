// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.schedule.Schedule;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.workspace.ISourceFolder;

/** A folder of the workspace; it says how many files its first reading has. */
public class InfraProject extends ProjectManager {
    @Inject private Schedule schedule;

    @Override
    public IncrementalBuilder.Result doInitialBuild(CancelIndicator cancel) {
        List<URI> all = new ArrayList<>();
        for (ISourceFolder folder : getProjectConfig().getSourceFolders())
            all.addAll(folder.getAllResources(fileSystemScanner));
        schedule.first(all.size());
        return doBuild(all, List.of(), List.of(), cancel);
    }
}
