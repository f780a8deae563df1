// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.jspecify.annotations.Nullable;

/**
 * The one who publishes: a publication replaces all that stood at a file, so text findings and the
 * engine's go out together. A set that stands already is not sent again.
 */
final class Publisher {
    private final UriExtensions uris;
    private final Map<URI, Said> files = new HashMap<>();
    private @Nullable LanguageClient client;

    Publisher(UriExtensions uris) {
        this.uris = uris;
    }

    synchronized void connect(LanguageClient client) {
        this.client = client;
    }

    /** How a finding looks in the protocol, in the document in which it is shown. */
    @FunctionalInterface
    interface Look {
        org.eclipse.lsp4j.Diagnostic of(Diagnostic d, String document);
    }

    private static final class Said {
        private List<org.eclipse.lsp4j.Diagnostic> issues = List.of();
        private List<Diagnostic> engine = List.of();
        private Lines lines = Lines.NONE;
        private @Nullable List<org.eclipse.lsp4j.Diagnostic> sent;
    }

    /** A file was read anew: what text rules say, and what the engine said before. */
    synchronized void text(
            URI uri,
            String text,
            List<org.eclipse.lsp4j.Diagnostic> issues,
            List<Diagnostic> ofTexts,
            Look look) {
        Said said = files.computeIfAbsent(uri, u -> new Said());
        Lines lines = new Lines(text);
        Lines before = said.lines;
        said.issues = issues;
        said.engine = said.engine.stream().map(d -> before.moved(d, lines)).toList();
        said.lines = lines;
        send(uri, said, ofTexts, look);
    }

    /** The engine has spoken of what was read. */
    synchronized void engine(
            URI uri, List<Diagnostic> ofTexts, List<Diagnostic> findings, Look look) {
        Said said = files.get(uri);
        if (said == null) return;
        said.engine = findings.stream().filter(d -> !ofTexts.contains(d)).toList();
        send(uri, said, ofTexts, look);
    }

    /** A file that is no text of ours, or none any more. */
    synchronized void other(URI uri, List<org.eclipse.lsp4j.Diagnostic> issues) {
        Said said = new Said();
        said.issues = issues;
        send(uri, said, List.of(), (d, document) -> new org.eclipse.lsp4j.Diagnostic());
        files.remove(uri);
    }

    private void send(URI uri, Said said, List<Diagnostic> ofTexts, Look look) {
        String document = uris.toUriString(uri);
        List<org.eclipse.lsp4j.Diagnostic> all = new ArrayList<>(said.issues);
        for (Diagnostic d : ofTexts) if (d.accepted() == null) all.add(look.of(d, document));
        for (Diagnostic d : said.engine) if (d.accepted() == null) all.add(look.of(d, document));
        if (client == null || all.equals(said.sent)) return;
        said.sent = all;
        client.publishDiagnostics(new PublishDiagnosticsParams(document, all));
    }
}
