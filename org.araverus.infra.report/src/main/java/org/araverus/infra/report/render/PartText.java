// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.report.render.Paint.Style;
import org.araverus.infra.report.render.PartPage.Derived;
import org.araverus.infra.report.render.PartPage.Fact;
import org.araverus.infra.report.render.PartPage.Held;

/** A part of the catalog as a page of text. */
public final class PartText {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final Paint paint;
    private final PartPage page;
    private final StringBuilder out = new StringBuilder();

    private PartText(PartPage page, Paint paint) {
        this.paint = paint;
        this.page = page;
    }

    /** The page. */
    public static String write(PartPage page, Paint paint) {
        PartText text = new PartText(page, paint);
        text.head();
        text.facts();
        text.parts();
        text.derived();
        return text.out.toString();
    }

    private void head() {
        out.append(page.kind()).append(' ').append(paint.of(Style.STRONG, page.simpleName()));
        out.append("   ").append(page.packageName());
        if (page.place() != null) {
            String at = "   " + page.place().file() + ":" + page.place().line();
            out.append(paint.of(Style.QUIET, at));
        }
        out.append('\n');
        for (String line : wrapped(page.doc(), WIDTH)) out.append(line).append('\n');
        Columns facts = new Columns(paint, INDENT, 3);
        row(facts, "also called", String.join(", ", page.aliases()));
        row(facts, "source", page.source());
        if (!facts.isEmpty()) out.append('\n').append(facts.text());
    }

    private static void row(Columns to, String label, String text) {
        String shown = label;
        for (String line : wrapped(text, WIDTH - INDENT.length() - 14)) {
            to.left(shown).left(line).end();
            shown = "";
        }
    }

    /** Sources stand where they are not the element's own. */
    private void facts() {
        if (page.facts().isEmpty()) return;
        int first = width(page.facts().stream().map(Fact::path).toList());
        int second = width(page.facts().stream().map(Fact::text).toList());
        int rest = Math.max(24, WIDTH - INDENT.length() - first - second - 6);
        Columns all = new Columns(paint, INDENT, 3);
        for (Fact f : page.facts()) {
            Style style = f.isUnverified() ? Style.WARNING : Style.QUIET;
            String source = f.source().equals(page.source()) ? "" : f.source();
            List<String> lines = new ArrayList<>(wrapped(source, rest));
            int own = lines.size();
            if (!f.note().isEmpty()) lines.addAll(wrapped("else " + f.note(), rest));
            if (lines.isEmpty()) lines.add("");
            for (int i = 0; i < lines.size(); i++) {
                all.left(i == 0 ? f.path() : "").left(i == 0 ? f.text() : "");
                all.left(lines.get(i), i < own ? style : Style.QUIET).end();
            }
        }
        out.append('\n').append(all.text());
    }

    private void parts() {
        if (page.parts().isEmpty()) return;
        Columns all = new Columns(paint, INDENT, 3, 1, 1, 3);
        for (Held h : page.parts()) {
            all.left(h.role()).right(Long.toString(h.count())).left("x");
            all.left(PartPage.simple(h.type())).left(h.doc(), Style.QUIET).end();
        }
        out.append('\n').append(paint.of(Style.STRONG, "built of")).append('\n');
        out.append(all.text());
    }

    private void derived() {
        if (page.derived().isEmpty()) return;
        Columns all = new Columns(paint, INDENT, 3);
        for (Derived d : page.derived())
            all.left(d.path()).left(d.text()).left(d.doc(), Style.QUIET).end();
        out.append('\n').append(paint.of(Style.STRONG, "comes to")).append('\n');
        out.append(all.text());
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Cut between words; no lines for an empty text. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        if (!line.isEmpty()) lines.add(line.toString());
        return lines;
    }
}
