// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;

/** Files as the protocol names them: {@code file:///} with three slashes. */
final class Uris {
    private Uris() {}

    /** Empty for what is on no local disk. */
    static Optional<String> of(IResource resource) {
        return Optional.ofNullable(resource.getLocationURI()).flatMap(Uris::of);
    }

    static Optional<String> of(ITextFileBuffer buffer) {
        return Optional.ofNullable(buffer.getFileStore()).map(f -> f.toURI()).flatMap(Uris::of);
    }

    private static Optional<String> of(URI uri) {
        if (!"file".equals(uri.getScheme())) return Optional.empty();
        String name = Path.of(uri).toUri().toString();
        // a folder that exists gets a slash, one that is gone does not
        return Optional.of(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
    }

    /** The file of the workspace; of several that show one file, the one nearest to its project. */
    static Optional<IFile> file(String uri) {
        return Stream.of(
                        ResourcesPlugin.getWorkspace()
                                .getRoot()
                                .findFilesForLocationURI(URI.create(uri)))
                .filter(IResource::exists)
                .min(Comparator.comparingInt(f -> f.getFullPath().segmentCount()));
    }
}
