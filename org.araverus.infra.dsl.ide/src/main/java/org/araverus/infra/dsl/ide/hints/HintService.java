// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.hints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.dsl.compiler.DesignCompiler;
import org.araverus.infra.dsl.ide.schedule.Answer;
import org.araverus.infra.dsl.ide.schedule.Evaluations;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.infra.Workload;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;
import org.araverus.infra.engine.evaluate.Evaluation.Layer;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.engine.units.Show;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * The hints of a file: behind {@code parallel { … }} the copies that follow from the placement,
 * behind a budget or a limit of cooling and weight what is used of it.
 */
public final class HintService {
    private static final Set<Layer> LIMITS = Set.of(Layer.POWER, Layer.COOLING, Layer.SPACE);

    /** Limits that are not written as the number that they are held against. */
    private static final Set<String> DERIVED = Set.of("feeds that remain", "height");

    private final String name;
    private final Evaluations evaluations;

    /** One text in one place, and what each evaluate says there. */
    private final Map<Position, Map<String, String>> said = new LinkedHashMap<>();

    private HintService(String name, Evaluations evaluations) {
        this.name = name;
        this.evaluations = evaluations;
    }

    /**
     * The hints in a part of a file, in the order of the text.
     *
     * @param name how places name the file
     */
    public static List<InlayHint> of(
            XtextResource file, String name, Range range, Evaluations evaluations) {
        HintService hints = new HintService(name, evaluations);
        for (Element e : Elements.of(file))
            if (e instanceof Workload w && w.getName() != null) hints.copies(w);
        evaluations.all().forEach(hints::used);
        return hints.all(range);
    }

    // ---- dp

    private void copies(Workload w) {
        for (Member m : Elements.members(w))
            if (m instanceof Block b
                    && b.getDefinition() != null
                    && "parallel".equals(b.getDefinition().getName())
                    && !writes(b, "dp")) {
                ICompositeNode node = NodeModelUtils.findActualNodeFor(b);
                var end = NodeModelUtils.getLineAndColumn(node, node.getEndOffset());
                copies(
                        DesignCompiler.nameOf(w),
                        new Position(end.getLine() - 1, end.getColumn() - 1));
            }
    }

    private void copies(String workload, Position at) {
        for (Answer a : evaluations.reaching(workload)) {
            Evaluation e = a.evaluation();
            if (e == null) continue;
            for (Run r : e.runs()) {
                Long dp = r.workload().equals(workload) ? r.layout().get("dp") : null;
                if (dp != null) say(at, a, "dp " + dp);
            }
        }
    }

    private static boolean writes(Block b, String attribute) {
        for (Member m : Elements.members(b))
            if (m instanceof Attribute a
                    && a.getKey() != null
                    && attribute.equals(a.getKey().getName())) return true;
        return false;
    }

    // ---- what is used

    private void used(Answer a) {
        Evaluation e = a.evaluation();
        if (e == null) return;
        for (Headroom h : e.headroom()) {
            if (!LIMITS.contains(h.layer()) || DERIVED.contains(h.what())) continue;
            Trace t = a.evaluated().design().trace().get(h.limitFrom());
            Place p = t == null ? null : t.place();
            if (p == null || !p.file().equals(name)) continue;
            say(
                    new Position(p.line() - 1, p.column() - 1 + p.length()),
                    a,
                    Show.value(h.demand(), h.unit()) + " used");
        }
    }

    private void say(Position at, Answer a, String text) {
        said.computeIfAbsent(at, p -> new LinkedHashMap<>())
                .merge(text, a.simpleName(), (x, y) -> x.equals(y) ? x : x + ", " + y);
    }

    // ---- all

    private List<InlayHint> all(Range range) {
        List<InlayHint> all = new ArrayList<>();
        said.forEach(
                (at, texts) -> {
                    if (!holds(range, at)) return;
                    InlayHint hint = new InlayHint(at, Either.forLeft(label(texts)));
                    hint.setPaddingLeft(true);
                    all.add(hint);
                });
        all.sort(
                (a, b) -> {
                    int lines =
                            Integer.compare(a.getPosition().getLine(), b.getPosition().getLine());
                    return lines != 0
                            ? lines
                            : Integer.compare(
                                    a.getPosition().getCharacter(), b.getPosition().getCharacter());
                });
        return all;
    }

    /** Where evaluates differ, which one says what. */
    private static String label(Map<String, String> texts) {
        if (texts.size() == 1) return texts.keySet().iterator().next();
        List<String> all = new ArrayList<>();
        texts.forEach((text, evaluates) -> all.add(text + " (" + evaluates + ")"));
        return String.join(" · ", all);
    }

    private static boolean holds(Range range, Position at) {
        return range.getStart().getLine() <= at.getLine()
                && at.getLine() <= range.getEnd().getLine();
    }
}
