// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceFactoryRegistryImpl;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;

/** Makes texts with the services of one server; of what it knows nothing, EMF decides. */
final class OwnFactory extends ResourceFactoryRegistryImpl {
    private final IResourceServiceProvider.Registry languages;

    OwnFactory(IResourceServiceProvider.Registry languages) {
        this.languages = languages;
    }

    @Override
    public Resource.Factory getFactory(URI uri, String contentType) {
        IResourceServiceProvider own = languages.getResourceServiceProvider(uri);
        return own == null
                ? Resource.Factory.Registry.INSTANCE.getFactory(uri, contentType)
                : own.get(IResourceFactory.class);
    }
}
