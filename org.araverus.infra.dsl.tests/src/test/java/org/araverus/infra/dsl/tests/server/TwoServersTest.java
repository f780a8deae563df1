// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.ide.server.InfraProject;
import org.araverus.infra.dsl.ide.server.ServerBindings;
import org.araverus.infra.dsl.workspace.Findings;
import org.araverus.infra.dsl.workspace.Workspace;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.resource.IExternalContentSupport.IExternalContentProvider;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.impl.ProjectDescription;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.Modules2;
import org.eclipse.xtext.workspace.FileProjectConfig;
import org.eclipse.xtext.workspace.WorkspaceConfig;
import org.junit.jupiter.api.Test;

/** Servers in one process, as in a workbench, do not read texts with each other's services. */
class TwoServersTest {
    private static final URI TEXT = URI.createURI("file:/designs/a.infra");

    private record NothingOpen() implements IExternalContentProvider {
        @Override
        public String getContent(URI uri) {
            throw new IllegalStateException(uri + " is not open");
        }

        @Override
        public boolean hasContent(URI uri) {
            return false;
        }

        @Override
        public IExternalContentProvider getActualContentProvider() {
            return this;
        }
    }

    private static Injector server() {
        return Guice.createInjector(Modules2.mixin(new ServerModule(), new ServerBindings()));
    }

    /** What serves the texts of a server's folder. */
    private static IResourceServiceProvider used(Injector server) {
        URI folder = URI.createURI("file:/designs/");
        FileProjectConfig config = new FileProjectConfig(folder, "d", new WorkspaceConfig());
        InfraProject project = server.getInstance(InfraProject.class);
        ProjectDescription named = new ProjectDescription();
        named.setName("d");
        project.initialize(
                named,
                config,
                (uri, issues) -> {},
                new NothingOpen(),
                () -> Map.of(),
                CancelIndicator.NullImpl);
        XtextResource text =
                (XtextResource)
                        project.createNewResourceSet(new ResourceDescriptionsData(List.of()))
                                .createResource(TEXT);
        IResourceServiceProvider services = text.getResourceServiceProvider();
        // what is injected into its services finds the same
        assertThat(
                        services.get(IResourceServiceProvider.Registry.class)
                                .getResourceServiceProvider(TEXT)
                                .get(Findings.class))
                .isSameAs(services.get(Findings.class));
        return services;
    }

    private static Findings known(Injector server) {
        return server.getInstance(IResourceServiceProvider.Registry.class)
                .getResourceServiceProvider(TEXT)
                .get(Findings.class);
    }

    @Test
    void haveTheirOwnServices() {
        Injector one = server();
        Injector two = server();
        assertThat(Workspace.ofTexts(Map.of("a.infra", "package a\n")).check()).isEmpty();
        assertThat(known(one)).isNotSameAs(known(two));
        assertThat(used(one).get(Findings.class)).isSameAs(known(one));
        assertThat(used(two).get(Findings.class)).isSameAs(known(two));
    }
}
