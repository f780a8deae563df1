// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.jface.text.IDocument;
import org.jspecify.annotations.Nullable;

/** The languages that plug-ins named, each with the one connection to its server. */
public final class Languages {
    static final String PLUGIN = "org.araverus.infra.dsl.ui";
    private static final String POINT = PLUGIN + ".languages";

    private static final Map<String, Connection> CONNECTIONS = new ConcurrentHashMap<>();

    private Languages() {}

    /** The connection that answers for a document of an open file. */
    public static Optional<Connection> of(IDocument document) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        return buffer == null ? Optional.empty() : of(buffer);
    }

    static Optional<Connection> of(ITextFileBuffer buffer) {
        try {
            return of(buffer.getContentType());
        } catch (CoreException e) {
            return Optional.empty(); // a file that cannot be read has no language
        }
    }

    /** The connection that answers for a file, by its name. */
    public static Optional<Connection> of(IFile file) {
        return of(Platform.getContentTypeManager().findContentTypeFor(file.getName()));
    }

    static Optional<Connection> of(String contentType) {
        return of(Platform.getContentTypeManager().getContentType(contentType));
    }

    private static Optional<Connection> of(@Nullable IContentType type) {
        for (IContentType t = type; t != null; t = t.getBaseType()) {
            Optional<IConfigurationElement> named = named(t.getId());
            if (named.isPresent()) {
                return Optional.of(connection(t.getId(), named.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<IConfigurationElement> named(String contentType) {
        for (IConfigurationElement e :
                Platform.getExtensionRegistry().getConfigurationElementsFor(POINT))
            if (contentType.equals(e.getAttribute("contentType"))) return Optional.of(e);
        return Optional.empty();
    }

    private static synchronized Connection connection(
            String contentType, IConfigurationElement element) {
        Connection known = CONNECTIONS.get(contentType);
        if (known != null) return known;
        Connection made = connect(element);
        // known before it starts: it looks for files of its language
        CONNECTIONS.put(contentType, made);
        made.start();
        return made;
    }

    private static Connection connect(IConfigurationElement element) {
        try {
            return new Connection((Language) element.createExecutableExtension("class"));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
