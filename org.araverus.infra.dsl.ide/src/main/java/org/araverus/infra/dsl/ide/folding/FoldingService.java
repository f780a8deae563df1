// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.folding;

import com.google.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.araverus.infra.dsl.ide.text.Lines;
import org.araverus.infra.dsl.infra.Import;
import org.araverus.infra.dsl.infra.InfraFile;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.jspecify.annotations.Nullable;

/**
 * Bodies by their braces, so that a text with a missing one folds as well as it can; the imports as
 * one; block comments, and line comments one below the other as one.
 */
@Singleton
public class FoldingService {

    /** All foldings, by their first lines. Lines count from 0; the closing brace stays in sight. */
    public List<FoldingRange> of(
            Document document, XtextResource resource, CancelIndicator cancel) {
        Lines lines = new Lines(document.getContents());
        List<FoldingRange> all = new ArrayList<>();
        imports(resource, lines, all);
        Deque<Integer> open = new ArrayDeque<>();
        FoldingRange remarks = null;
        for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
            String text = leaf.getText();
            int line = lines.line(leaf.getOffset());
            if (text.equals("{")) open.push(line);
            else if (text.equals("}") && !open.isEmpty()) add(all, open.pop(), line - 1, null);
            else if (leaf.isHidden() && text.startsWith("/*"))
                add(all, line, lines.line(leaf.getEndOffset()), FoldingRangeKind.Comment);
            else if (leaf.isHidden() && text.startsWith("//") && isAlone(leaf))
                remarks = remark(all, remarks, line);
        }
        all.sort(Comparator.comparingInt(FoldingRange::getStartLine));
        return all;
    }

    private static void imports(XtextResource resource, Lines lines, List<FoldingRange> all) {
        if (resource.getContents().isEmpty()
                || !(resource.getContents().get(0) instanceof InfraFile file)
                || file.getImports().isEmpty()) return;
        List<Import> imports = file.getImports();
        INode first = NodeModelUtils.findActualNodeFor(imports.get(0));
        INode last = NodeModelUtils.findActualNodeFor(imports.get(imports.size() - 1));
        add(
                all,
                lines.line(first.getOffset()),
                lines.line(last.getEndOffset()),
                FoldingRangeKind.Imports);
    }

    /** Whether a comment has its line for itself. */
    private static boolean isAlone(ILeafNode comment) {
        String text = comment.getRootNode().getText();
        int start = text.lastIndexOf('\n', comment.getOffset() - 1) + 1;
        return text.substring(start, comment.getOffset()).isBlank();
    }

    /** A comment on the line below the last one makes that folding longer. */
    private static FoldingRange remark(
            List<FoldingRange> all, @Nullable FoldingRange before, int line) {
        if (before == null || before.getEndLine() != line - 1) return comment(line);
        before.setEndLine(line);
        if (line - before.getStartLine() == 1) all.add(before);
        return before;
    }

    private static FoldingRange comment(int line) {
        FoldingRange r = new FoldingRange(line, line);
        r.setKind(FoldingRangeKind.Comment);
        return r;
    }

    private static void add(List<FoldingRange> all, int from, int to, @Nullable String kind) {
        if (to <= from) return;
        FoldingRange r = new FoldingRange(from, to);
        r.setKind(kind);
        all.add(r);
    }
}
