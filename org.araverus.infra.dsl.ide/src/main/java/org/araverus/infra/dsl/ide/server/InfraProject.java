// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.schedule.Schedule;
import org.araverus.infra.dsl.resource.InfraResource;
import org.araverus.infra.dsl.workspace.Beside;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.workspace.ISourceFolder;

/** A folder of the workspace; it says how many files its first reading has. */
public class InfraProject extends ProjectManager {
    @Inject private Schedule schedule;
    @Inject private Provider<InfraWorkspace> workspace;

    /** Those of this server; the process may have others. */
    @Inject private IResourceServiceProvider.Registry languages;

    /** A file that cannot be read keeps nobody from reading the others. */
    @Override
    public XtextResourceSet createNewResourceSet(ResourceDescriptionsData index) {
        XtextResourceSet set = super.createNewResourceSet(index);
        set.setResourceFactoryRegistry(new OwnFactory(languages));
        set.getLoadOptions().put(InfraResource.EMPTY_IF_UNREADABLE, true);
        Beside.install(set, workspace.get().loadsRules());
        return set;
    }

    @Override
    public IncrementalBuilder.Result doInitialBuild(CancelIndicator cancel) {
        List<URI> all = new ArrayList<>();
        for (ISourceFolder folder : getProjectConfig().getSourceFolders())
            all.addAll(folder.getAllResources(fileSystemScanner));
        // a folder in a folder has its own project
        all.removeIf(uri -> workspace.get().getProjectManager(uri) != this);
        schedule.first(all.size());
        return doBuild(all, List.of(), List.of(), cancel);
    }
}
