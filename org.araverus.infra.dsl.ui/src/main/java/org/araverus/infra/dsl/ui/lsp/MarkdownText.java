// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;

/** A Markdown document as lines of text with the styles that draw them. */
final class MarkdownText extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();

    String text() {
        return text.toString().stripTrailing();
    }

    /** In order, without overlap. */
    List<StyleRange> styles() {
        int length = text().length();
        return styles.stream()
                .filter(s -> s.start + s.length <= length)
                .sorted(Comparator.comparingInt((StyleRange s) -> s.start))
                .toList();
    }

    private void styled(Runnable content, int style) {
        int from = text.length();
        content.run();
        // a style inside a style keeps its own
        if (style != SWT.NORMAL && styles.stream().noneMatch(s -> s.start >= from))
            styles.add(new StyleRange(from, text.length() - from, null, null, style));
    }

    private void fixed(String code) {
        StyleRange s = new StyleRange(text.length(), code.length(), null, null);
        s.font = JFaceResources.getTextFont();
        styles.add(s);
        text.append(code);
    }

    /** Blocks are one empty line apart, items of a list none. */
    private void gap(Node block) {
        text.append(block.getParent() instanceof ListItem ? "\n" : "\n\n");
    }

    @Override
    public void visit(Heading heading) {
        styled(() -> visitChildren(heading), SWT.BOLD);
        text.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        gap(paragraph);
    }

    @Override
    public void visit(BulletList list) {
        visitChildren(list);
        text.append('\n');
    }

    @Override
    public void visit(OrderedList list) {
        visitChildren(list);
        text.append('\n');
    }

    @Override
    public void visit(ListItem item) {
        text.append("\u2022 ");
        visitChildren(item);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        fixed(block.getLiteral());
        text.append('\n');
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        fixed(block.getLiteral());
        text.append('\n');
    }

    @Override
    public void visit(ThematicBreak line) {
        text.append("\u2500".repeat(40)).append('\n');
    }

    @Override
    public void visit(StrongEmphasis strong) {
        styled(() -> visitChildren(strong), SWT.BOLD);
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled(() -> visitChildren(emphasis), SWT.ITALIC);
    }

    @Override
    public void visit(Code code) {
        fixed(code.getLiteral());
    }

    @Override
    public void visit(Text words) {
        text.append(words.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        if (html.getLiteral().startsWith("<br")) text.append('\n');
    }

    @Override
    public void visit(SoftLineBreak line) {
        text.append('\n');
    }

    @Override
    public void visit(HardLineBreak line) {
        text.append('\n');
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
    }

    /** A table has columns as wide as their widest cell, in letters of one width. */
    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof TableBlock table)) {
            visitChildren(block);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext())
            for (Node row = part.getFirstChild(); row != null; row = row.getNext())
                if (row instanceof TableRow) rows.add(cells(row));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width =
                        rows.stream()
                                .mapToInt(r -> column < r.size() ? r.get(column).length() : 0)
                                .max()
                                .orElse(0);
                line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
            }
            if (!line.toString().isBlank()) fixed(line.toString().stripTrailing() + "\n");
        }
        text.append('\n');
    }

    private static List<String> cells(Node row) {
        List<String> all = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext())
            if (cell instanceof TableCell) {
                MarkdownText words = new MarkdownText();
                cell.accept(words);
                all.add(words.text());
            }
        return all;
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
    }
}
