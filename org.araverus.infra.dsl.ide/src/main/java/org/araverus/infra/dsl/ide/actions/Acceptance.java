// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.actions;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.diagnostics.LspDiagnostics;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.infra.ProjectDeclaration;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Findings;
import org.araverus.infra.dsl.workspace.TextEdit;
import org.araverus.infra.dsl.workspace.TextFix;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/**
 * A finding is accepted with a reason: at its element, at its file where it is in none, or in the
 * whole project.
 */
class Acceptance {
    /** Stands where people write why. */
    static final String REASON = "say why";

    @Inject private LspDiagnostics diagnostics;

    List<CodeAction> of(Diagnostic d, org.eclipse.lsp4j.Diagnostic shown, Asked asked) {
        if (RulePages.address(d.code()).isEmpty()) return List.of();
        List<CodeAction> all = new ArrayList<>();
        add("accept " + d.code() + " at ", here(d, asked, shown), asked, shown, all);
        TextFix project = project(d.code(), asked);
        if (project != null) add("accept " + d.code() + " in ", project, asked, shown, all);
        return all;
    }

    private void add(
            String does,
            @Nullable TextFix fix,
            Asked asked,
            org.eclipse.lsp4j.Diagnostic shown,
            List<CodeAction> into) {
        if (fix == null) return;
        Changes changes = new Changes(asked, diagnostics);
        changes.add(fix);
        String title = does + fix.title() + ", with a reason";
        into.add(FindingActions.action(title, changes, shown, false));
    }

    // ---- at the element

    private static @Nullable TextFix here(
            Diagnostic d, Asked asked, org.eclipse.lsp4j.Diagnostic shown) {
        int offset = asked.lines().offset(shown.getRange().getStart());
        Declaration element = around(asked.resource(), offset);
        String line = "@accept(\"%s\", \"%s\")\n".formatted(d.code(), REASON);
        if (element != null) {
            int at = first(NodeModelUtils.findActualNodeFor(element));
            String indent = asked.text().substring(lineStart(asked.text(), at), at);
            return fix(
                    Elements.kind(element) + " " + element.getName(),
                    asked.resource(),
                    at,
                    line + (indent.isBlank() ? indent : ""));
        }
        // what stands before the elements belongs to the file, which has annotations by its package
        EObject root = asked.resource().getContents().get(0);
        if (!(root instanceof InfraFile file) || file.getName() == null) return null;
        return fix("the file", asked.resource(), first(NodeModelUtils.getNode(file)), line);
    }

    private static @Nullable Declaration around(XtextResource resource, int offset) {
        Declaration best = null;
        for (Element e : Elements.of(resource)) {
            ICompositeNode n = NodeModelUtils.findActualNodeFor(e);
            // the innermost one comes last
            if (e instanceof Declaration d
                    && d.getName() != null
                    && n.getOffset() <= offset
                    && offset < n.getEndOffset()) best = d;
        }
        return best;
    }

    private static int first(INode of) {
        for (ILeafNode leaf : of.getLeafNodes())
            if (!leaf.isHidden() && leaf.getLength() > 0) return leaf.getOffset();
        return of.getOffset();
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    // ---- in the project

    private static @Nullable TextFix project(String rule, Asked asked) {
        String setting = "\"%s\": \"%s\"".formatted(rule, REASON);
        for (Resource r : asked.resource().getResourceSet().getResources())
            if (r instanceof XtextResource x && x.getParseResult() != null)
                for (Element e : Elements.of(r))
                    if (e instanceof ProjectDeclaration p) {
                        Block accept = accept(p);
                        return accept == null
                                ? into(p, x, "accept { " + setting + " }")
                                : into(accept, x, setting);
                    }
        return null;
    }

    private static @Nullable Block accept(ProjectDeclaration p) {
        for (Member m : p.getMembers())
            if (m instanceof Block b
                    && b.getDefinition() != null
                    && "accept".equals(b.getDefinition().getName())) return b;
        return null;
    }

    /** Before the closing brace, on a line of its own where the brace is. */
    private static @Nullable TextFix into(EObject body, XtextResource resource, String member) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(body);
        String text = resource.getParseResult().getRootNode().getText();
        int close = node.getEndOffset() - 1;
        if (close < 0 || text.charAt(close) != '}') return null;
        String before = text.substring(lineStart(text, close), close);
        return before.isBlank()
                ? fix(
                        "the project",
                        resource,
                        close - before.length(),
                        before + "  " + member + "\n")
                : fix(
                        "the project",
                        resource,
                        close,
                        (before.endsWith(" ") ? "  " : " ") + member + " ");
    }

    private static TextFix fix(String title, XtextResource resource, int offset, String text) {
        return new TextFix(title, List.of(new TextEdit(Findings.name(resource), offset, 0, text)));
    }
}
