// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.tokens;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.ide.text.Lines;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.jspecify.annotations.Nullable;

/** Tokens of a whole text, of a part of it, and what changed since the last answer. */
@Singleton
public class TokenService {
    /** Texts whose last answer is kept; an editor asks for those that it shows. */
    private static final int KEPT = 32;

    private record Answer(String id, List<Integer> data) {}

    private final OperationCanceledManager cancellation;
    private final Map<String, Answer> last = new LinkedHashMap<>(KEPT, 0.75f, true);
    private int answers;

    /** Called by the injector. */
    @Inject
    public TokenService(OperationCanceledManager cancellation) {
        this.cancellation = cancellation;
    }

    /** What the server announces. */
    public static SemanticTokensWithRegistrationOptions options() {
        var options =
                new SemanticTokensWithRegistrationOptions(
                        new SemanticTokensLegend(TokenType.legend(), Token.modifierLegend()));
        options.setFull(new SemanticTokensServerFull(true));
        options.setRange(true);
        return options;
    }

    /** All tokens of a text. */
    public SemanticTokens full(Document document, XtextResource resource, CancelIndicator cancel) {
        Answer now = remember(resource, data(document, resource, null, cancel));
        return new SemanticTokens(now.id, now.data);
    }

    /** The tokens that touch a range. */
    public SemanticTokens range(
            Document document, XtextResource resource, Range range, CancelIndicator cancel) {
        return new SemanticTokens(data(document, resource, range, cancel));
    }

    /** What changed since the answer of an id; all tokens if that answer is no longer known. */
    public Either<SemanticTokens, SemanticTokensDelta> delta(
            Document document,
            XtextResource resource,
            @Nullable String since,
            CancelIndicator cancel) {
        List<Integer> data = data(document, resource, null, cancel);
        Answer before;
        synchronized (last) {
            before = last.get(resource.getURI().toString());
        }
        Answer now = remember(resource, data);
        if (before == null || !before.id.equals(since))
            return Either.forLeft(new SemanticTokens(now.id, data));
        return Either.forRight(new SemanticTokensDelta(Encoding.edits(before.data, data), now.id));
    }

    private Answer remember(XtextResource resource, List<Integer> data) {
        synchronized (last) {
            Answer now = new Answer(Integer.toString(++answers), data);
            last.put(resource.getURI().toString(), now);
            if (last.size() > KEPT) last.remove(last.keySet().iterator().next());
            return now;
        }
    }

    private List<Integer> data(
            Document document,
            XtextResource resource,
            @Nullable Range range,
            CancelIndicator cancel) {
        String text = document.getContents();
        int from = 0;
        int to = text.length();
        if (range != null) {
            Lines lines = new Lines(text);
            from = lines.offset(range.getStart());
            to = lines.offset(range.getEnd());
        }
        List<Token> tokens = new ArrayList<>();
        for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
            if (leaf.getLength() == 0 || leaf.getEndOffset() < from) continue;
            if (leaf.getOffset() > to) break;
            cancellation.checkCanceled(cancel);
            Classifier.Kind k = Classifier.of(leaf);
            if (k != null)
                tokens.add(new Token(leaf.getOffset(), leaf.getLength(), k.type(), k.modifiers()));
        }
        return Encoding.of(tokens, text);
    }
}
