// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkedString;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** What stands where the pointer rests. */
public class Hover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return Words.at(viewer.getDocument(), offset);
    }

    /** Asked for on a thread of its own. */
    @Override
    public @Nullable Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        return getHoverInfo(viewer, region);
    }

    @Deprecated
    @Override
    public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
        Connection connection = Languages.of(viewer.getDocument()).orElse(null);
        if (connection == null) return null;
        return connection
                .text(viewer.getDocument())
                .map(text -> new HoverParams(text.id(), text.position(region.getOffset())))
                .flatMap(
                        params ->
                                Answers.await(
                                        connection.ask(
                                                s -> s.getTextDocumentService().hover(params))))
                .map(hover -> words(hover.getContents()))
                .filter(words -> !words.isBlank())
                .orElse(null);
    }

    private static String words(
            Either<List<Either<String, MarkedString>>, MarkupContent> contents) {
        if (contents.isRight()) return contents.getRight().getValue();
        return contents.getLeft().stream()
                .map(e -> e.isLeft() ? e.getLeft() : e.getRight().getValue())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return Markdown.CONTROL;
    }
}
