// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The words about a proposal that are asked for when somebody looks at it. */
@Singleton
public class ItemTexts {
    private static final int MOST = 25;

    @Inject private IEObjectDocumentationProvider documentation;

    /** Adds the documentation of an element and what is written of it. */
    public CompletionItem add(CompletionItem item, EObject element) {
        String doc = documentation.getDocumentation(element);
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        StringBuilder text = new StringBuilder(doc == null ? "" : doc.strip() + "\n\n");
        if (node != null) text.append("```infra\n").append(cut(node)).append("\n```");
        item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, text.toString()));
        return item;
    }

    private static String cut(ICompositeNode node) {
        String text = node.getRootNode().getText().substring(node.getOffset(), node.getEndOffset());
        return text.lines().count() <= MOST
                ? text
                : String.join("\n", text.lines().limit(MOST).toList()) + "\n…";
    }
}
