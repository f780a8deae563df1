// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.selection;

import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.text.Lines;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.jspecify.annotations.Nullable;

/** Word, expression, member, what is between the braces, with them, element, file. */
@Singleton
public class SelectionService {
    private record Region(int from, int to) {
        boolean holds(Region r) {
            return from <= r.from && r.to <= to;
        }
    }

    /** For each position the ranges around it, each within the next. */
    public List<SelectionRange> of(
            Document document,
            XtextResource resource,
            List<Position> positions,
            CancelIndicator cancel) {
        Lines lines = new Lines(document.getContents());
        ICompositeNode root = resource.getParseResult().getRootNode();
        List<SelectionRange> all = new ArrayList<>();
        for (Position p : positions) all.add(range(regions(root, lines.offset(p)), lines));
        return all;
    }

    private static SelectionRange range(List<Region> outward, Lines lines) {
        SelectionRange outer = null;
        for (int i = outward.size() - 1; i >= 0; i--) {
            SelectionRange r = new SelectionRange();
            r.setRange(lines.range(outward.get(i).from, outward.get(i).to));
            r.setParent(outer);
            outer = r;
        }
        return outer;
    }

    private static List<Region> regions(ICompositeNode root, int offset) {
        List<Region> all = new ArrayList<>();
        ILeafNode leaf = leaf(root, offset);
        add(all, offset, offset);
        for (INode n = leaf; n != null && n != root; n = n.getParent()) {
            between(n, all);
            if (!isBlank(n)) add(all, n.getOffset(), n.getEndOffset());
        }
        add(all, 0, root.getTotalLength());
        if (all.size() > 1) all.remove(0);
        return all;
    }

    /** The word at a caret, also if the caret stands behind it. */
    private static @Nullable ILeafNode leaf(ICompositeNode root, int offset) {
        ILeafNode at = NodeModelUtils.findLeafNodeAtOffset(root, offset);
        ILeafNode before =
                offset == 0 ? null : NodeModelUtils.findLeafNodeAtOffset(root, offset - 1);
        return before != null && !before.isHidden() && (at == null || !isWord(at)) ? before : at;
    }

    private static boolean isBlank(INode node) {
        return node instanceof ILeafNode leaf && leaf.isHidden() && !leaf.getText().startsWith("/");
    }

    private static boolean isWord(ILeafNode leaf) {
        return !leaf.isHidden() && Character.isLetterOrDigit(leaf.getText().charAt(0));
    }

    /** What stands between the braces of a body, without the blanks at its ends. */
    private static void between(INode body, List<Region> all) {
        if (!(body instanceof ICompositeNode c)) return;
        INode open = null;
        for (INode child : c.getChildren()) {
            if (open == null && child.getText().equals("{")) open = child;
            else if (open != null && child.getText().equals("}")) {
                String text = body.getRootNode().getText();
                int from = open.getEndOffset();
                int to = child.getOffset();
                while (from < to && text.charAt(from) <= ' ') from++;
                while (to > from && text.charAt(to - 1) <= ' ') to--;
                add(all, from, to);
            }
        }
    }

    private static void add(List<Region> all, int from, int to) {
        Region r = new Region(from, to);
        if (all.isEmpty()) all.add(r);
        else {
            Region last = all.get(all.size() - 1);
            if (r.holds(last) && !r.equals(last)) all.add(r);
        }
    }
}
