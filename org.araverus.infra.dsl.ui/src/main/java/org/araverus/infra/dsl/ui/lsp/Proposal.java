// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.jspecify.annotations.Nullable;

/** One proposal of the server: what is typed behind it narrows the list down. */
final class Proposal
        implements ICompletionProposal,
                ICompletionProposalExtension2,
                ICompletionProposalExtension3,
                ICompletionProposalExtension5,
                ICompletionProposalExtension6 {
    private final Connection connection;
    private final CompletionItem item;
    private final TextEdit edit;
    private final int start;
    private final int asked;
    private int caret;

    Proposal(Connection connection, IDocument text, CompletionItem item, int offset) {
        this.connection = connection;
        this.item = item;
        asked = offset;
        edit = edit(text, item, offset);
        start = Positions.offset(text, edit.getRange().getStart());
    }

    private static TextEdit edit(IDocument text, CompletionItem item, int offset) {
        Either<TextEdit, org.eclipse.lsp4j.InsertReplaceEdit> given = item.getTextEdit();
        if (given != null && given.isLeft()) return given.getLeft();
        if (given != null)
            return new TextEdit(given.getRight().getInsert(), given.getRight().getNewText());
        String insert = item.getInsertText() == null ? item.getLabel() : item.getInsertText();
        Position at = Positions.of(text, offset);
        return new TextEdit(new Range(at, at), insert);
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int state, int offset) {
        IDocument text = viewer.getDocument();
        int end = Math.max(Positions.offset(text, edit.getRange().getEnd()), asked);
        // what was typed since the list came is replaced too
        int typed = Math.max(0, offset - asked);
        List<TextEdit> all = new ArrayList<>();
        all.add(new TextEdit(Positions.range(text, start, end + typed - start), edit.getNewText()));
        if (item.getAdditionalTextEdits() != null) all.addAll(item.getAdditionalTextEdits());
        caret = Edits.apply(text, all, start + edit.getNewText().length(), end + typed);
    }

    @Override
    public void apply(IDocument document) {
        throw new UnsupportedOperationException("applied in a viewer");
    }

    @Override
    public boolean validate(IDocument document, int offset, @Nullable DocumentEvent event) {
        if (offset < start) return false;
        try {
            String typed = document.get(start, offset - start).toLowerCase(Locale.ROOT);
            String filter = item.getFilterText() == null ? item.getLabel() : item.getFilterText();
            return filter.toLowerCase(Locale.ROOT).startsWith(typed);
        } catch (BadLocationException e) {
            return false;
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return new Point(caret, 0);
    }

    @Override
    public String getDisplayString() {
        return getStyledDisplayString().getString();
    }

    @Override
    public StyledString getStyledDisplayString() {
        StyledString label = new StyledString(item.getLabel());
        if (item.getDetail() != null && !item.getDetail().isBlank())
            label.append("  " + item.getDetail(), StyledString.QUALIFIER_STYLER);
        return label;
    }

    /** Some servers send the documentation with the proposal, some when it is asked for. */
    @Override
    public @Nullable Object getAdditionalProposalInfo(IProgressMonitor monitor) {
        if (item.getDocumentation() != null) return words(item);
        var options = Answers.await(connection.capabilities()).map(c -> c.getCompletionProvider());
        if (options.isEmpty() || !Boolean.TRUE.equals(options.get().getResolveProvider()))
            return null;
        return Answers.await(
                        connection.ask(s -> s.getTextDocumentService().resolveCompletionItem(item)))
                .map(Proposal::words)
                .orElse(null);
    }

    private static @Nullable String words(CompletionItem item) {
        Either<String, MarkupContent> d = item.getDocumentation();
        return d == null ? null : d.isLeft() ? d.getLeft() : d.getRight().getValue();
    }

    @Override
    public @Nullable String getAdditionalProposalInfo() {
        return words(item);
    }

    @Override
    public IInformationControlCreator getInformationControlCreator() {
        return Markdown.CONTROL;
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) {}

    @Override
    public void unselected(ITextViewer viewer) {}

    @Override
    public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
        return edit.getNewText();
    }

    @Override
    public int getPrefixCompletionStart(IDocument document, int completionOffset) {
        return start;
    }

    @Override
    public @Nullable Image getImage() {
        return null;
    }

    @Override
    public @Nullable IContextInformation getContextInformation() {
        return null;
    }
}
