// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** What the server offers against a finding: in the editor, in its hover, among the problems. */
public class Fixes implements IMarkerResolutionGenerator2 {
    @Override
    public boolean hasResolutions(IMarker marker) {
        return marker.getResource() instanceof IFile file
                && Languages.of(file).flatMap(c -> c.diagnostics().of(marker)).isPresent();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        if (!(marker.getResource() instanceof IFile file)) return new IMarkerResolution[0];
        Connection connection = Languages.of(file).orElse(null);
        String uri = Uris.of(file).orElse(null);
        Diagnostic diagnostic =
                connection == null ? null : connection.diagnostics().of(marker).orElse(null);
        if (uri == null || diagnostic == null) return new IMarkerResolution[0];
        var params =
                new CodeActionParams(
                        new TextDocumentIdentifier(uri),
                        diagnostic.getRange(),
                        new CodeActionContext(List.of(diagnostic)));
        return Answers.await(connection.ask(s -> s.getTextDocumentService().codeAction(params)))
                .orElse(List.of())
                .stream()
                .map(action -> new Fix(connection, action))
                .toArray(IMarkerResolution[]::new);
    }
}
