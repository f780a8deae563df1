// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.TextRegion;

/** Proposals as the protocol has them. */
public class CompletionService extends ContentAssistService {
    private static final String BLANK = " ";

    @Inject private LineProposals lines;

    /** What the server announces. */
    public static CompletionOptions options() {
        return new CompletionOptions(true, List.of(".", ":", BLANK, "@", "\""));
    }

    @Override
    public CompletionList createCompletionList(
            Document document,
            XtextResource resource,
            CompletionParams params,
            CancelIndicator cancel) {
        int offset = document.getOffSet(params.getPosition());
        boolean byBlank =
                params.getContext() != null
                        && BLANK.equals(params.getContext().getTriggerCharacter());
        return byBlank && !new Line(document.getContents(), offset).isOpen()
                        || Line.inComment(resource, offset)
                ? new CompletionList(List.of())
                : super.createCompletionList(document, resource, params, cancel);
    }

    @Override
    protected void createProposals(
            String text,
            TextRegion selection,
            int offset,
            XtextResource resource,
            IIdeContentProposalAcceptor acceptor) {
        if (offset <= text.length() && !lines.of(text, offset, resource, acceptor))
            super.createProposals(text, selection, offset, resource, acceptor);
    }

    @Override
    protected CompletionItem toCompletionItem(
            ContentAssistEntry entry, int offset, Position caret, Document document) {
        CompletionItem item = super.toCompletionItem(entry, offset, caret, document);
        if (entry.getDocumentation() != null)
            item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, entry.getDocumentation()));
        if (entry.getSource() instanceof Ranked r && r.element() != null) item.setData(r.element());
        TextEdit edit = item.getTextEdit().getLeft();
        if (edit.getNewText().contains("$")) item.setInsertTextFormat(InsertTextFormat.Snippet);
        int prefix = entry.getPrefix() == null ? 0 : entry.getPrefix().length();
        if (new Line(document.getContents(), offset).isBehindColon(prefix))
            item.setTextEdit(
                    Either.forLeft(new TextEdit(edit.getRange(), BLANK + edit.getNewText())));
        return item;
    }

    @Override
    protected CompletionItemKind translateKind(ContentAssistEntry entry) {
        return switch (entry.getKind()) {
            case Kinds.LITERAL -> CompletionItemKind.EnumMember;
            case Kinds.BLOCK -> CompletionItemKind.Struct;
            case Kinds.METRIC -> CompletionItemKind.Constant;
            case null, default -> super.translateKind(entry);
        };
    }

    /** For an editor that knows no marks: the same texts without them. */
    public static void withoutMarks(List<CompletionItem> items) {
        for (CompletionItem i : items)
            if (i.getInsertTextFormat() == InsertTextFormat.Snippet) {
                TextEdit edit = i.getTextEdit().getLeft();
                edit.setNewText(Templates.plain(edit.getNewText()));
                i.setInsertTextFormat(InsertTextFormat.PlainText);
            }
    }
}
