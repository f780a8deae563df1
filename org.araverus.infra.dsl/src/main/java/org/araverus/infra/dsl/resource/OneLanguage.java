// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import com.google.inject.Inject;
import com.google.inject.Provider;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.FileExtensionProvider;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.impl.ResourceServiceProviderRegistryImpl;
import org.jspecify.annotations.Nullable;

/**
 * The languages that one set-up knows: its own. Xtext keeps one list for the whole process, in
 * which the last set-up stands alone, so that the texts of one server would be read with the
 * services of another.
 */
public final class OneLanguage extends ResourceServiceProviderRegistryImpl {
    // asked for later: what serves the language may itself ask for this list
    @Inject private Provider<IResourceServiceProvider> services;
    @Inject private Provider<FileExtensionProvider> files;

    @Override
    public @Nullable IResourceServiceProvider getResourceServiceProvider(URI uri) {
        return files.get().isValid(uri.fileExtension()) ? services.get() : null;
    }

    @Override
    public @Nullable IResourceServiceProvider getResourceServiceProvider(
            URI uri, @Nullable String contentType) {
        return getResourceServiceProvider(uri);
    }
}
