// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Content assist. */
public class Completion implements IContentAssistProcessor {
    private @Nullable Connection asked;

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        Optional<Connection> connection = Languages.of(document);
        if (connection.isEmpty()) return new ICompletionProposal[0];
        asked = connection.get();
        return connection
                .get()
                .text(document)
                .map(text -> proposals(connection.get(), text, offset))
                .orElse(List.of())
                .toArray(ICompletionProposal[]::new);
    }

    private static List<ICompletionProposal> proposals(
            Connection connection, OpenText text, int offset) {
        CompletionParams params = new CompletionParams(text.id(), text.position(offset));
        CompletableFuture<Either<List<CompletionItem>, CompletionList>> answer =
                connection.ask(s -> s.getTextDocumentService().completion(params));
        return Answers.await(answer)
                .map(a -> a.isLeft() ? a.getLeft() : a.getRight().getItems())
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparing(Completion::order))
                .<ICompletionProposal>map(i -> new Proposal(connection, text.document(), i, offset))
                .toList();
    }

    private static String order(CompletionItem item) {
        return item.getSortText() == null ? item.getLabel() : item.getSortText();
    }

    @Override
    public char @Nullable [] getCompletionProposalAutoActivationCharacters() {
        Connection connection = asked;
        if (connection == null || !connection.capabilities().isDone()) return null;
        try {
            var options = connection.capabilities().join().getCompletionProvider();
            if (options == null || options.getTriggerCharacters() == null) return null;
            return String.join("", options.getTriggerCharacters()).toCharArray();
        } catch (RuntimeException e) {
            ILog.get().error("no answer of the language server", e);
            return null;
        }
    }

    @Override
    public char @Nullable [] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public IContextInformation @Nullable [] computeContextInformation(
            ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public @Nullable String getErrorMessage() {
        return null;
    }

    @Override
    public @Nullable IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
