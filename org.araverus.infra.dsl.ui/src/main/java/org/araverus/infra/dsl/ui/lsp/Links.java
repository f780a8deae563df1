// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** From a name to where it is defined. */
public class Links extends AbstractHyperlinkDetector {
    private record Link(IRegion at, String uri, Range range, String name) implements IHyperlink {
        @Override
        public IRegion getHyperlinkRegion() {
            return at;
        }

        @Override
        public @Nullable String getTypeLabel() {
            return null;
        }

        @Override
        public String getHyperlinkText() {
            return name;
        }

        @Override
        public void open() {
            Places.show(uri, range);
        }
    }

    @Override
    public IHyperlink @Nullable [] detectHyperlinks(
            ITextViewer viewer, IRegion region, boolean canShowMultipleHyperlinks) {
        Connection connection = Languages.of(viewer.getDocument()).orElse(null);
        if (connection == null) return null;
        IRegion word = Words.at(viewer.getDocument(), region.getOffset());
        List<IHyperlink> all =
                connection
                        .text(viewer.getDocument())
                        .map(t -> new DefinitionParams(t.id(), t.position(region.getOffset())))
                        .flatMap(
                                params ->
                                        Answers.await(
                                                connection.ask(
                                                        s ->
                                                                s.getTextDocumentService()
                                                                        .definition(params))))
                        .map(answer -> links(word, answer))
                        .orElse(List.of());
        if (all.isEmpty()) return null;
        return canShowMultipleHyperlinks
                ? all.toArray(IHyperlink[]::new)
                : new IHyperlink[] {all.getFirst()};
    }

    private static List<IHyperlink> links(
            IRegion at, Either<List<? extends Location>, List<? extends LocationLink>> answer) {
        if (answer.isLeft())
            return answer.getLeft().stream().map(l -> link(at, l.getUri(), l.getRange())).toList();
        return answer.getRight().stream()
                .map(l -> link(at, l.getTargetUri(), l.getTargetSelectionRange()))
                .toList();
    }

    private static IHyperlink link(IRegion at, String uri, Range range) {
        String file = uri.substring(uri.lastIndexOf('/') + 1);
        return new Link(at, uri, range, "Open " + file + ":" + (range.getStart().getLine() + 1));
    }
}
