// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.List;
import org.araverus.infra.dsl.compiler.DesignCompiler;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.araverus.infra.dsl.ide.schedule.Answer;
import org.araverus.infra.dsl.ide.schedule.Evaluations;
import org.araverus.infra.dsl.ide.text.Lines;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.AttributeDefinition;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Evaluate;
import org.araverus.infra.dsl.infra.MetricDefinition;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.Require;
import org.araverus.infra.dsl.infra.Uncertain;
import org.araverus.infra.dsl.infra.Workload;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.resource.Library;
import org.araverus.infra.dsl.units.Unit;
import org.araverus.infra.dsl.units.Units;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Verdict;
import org.araverus.infra.engine.units.Dimension;
import org.araverus.infra.engine.units.Show;
import org.araverus.infra.report.render.Headline;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/** What an editor shows where the pointer rests. */
public class Hovers {
    @Inject private EObjectAtOffsetHelper offsets;
    @Inject private IEObjectDocumentationProvider documentation;
    @Inject private Library library;

    /** The hover at a position; null where there is nothing to say. */
    public @Nullable Hover of(XtextResource file, Position at, Evaluations evaluations) {
        INode root = file.getParseResult().getRootNode();
        Lines lines = new Lines(root.getText());
        int offset = lines.offset(at);
        ILeafNode leaf = leaf(root, offset);
        if (leaf == null) return null;
        Evaluations.Read read = evaluations.read(file.getURI());
        Reading reading =
                new Reading(
                        file, library.registry(), evaluations, read == null ? null : read.design());
        Page page = new Page();
        write(reading, leaf, page);
        String text = page.markdown();
        if (text.isEmpty()) return null;
        return new Hover(
                new MarkupContent(MarkupKind.MARKDOWN, text),
                lines.range(leaf.getOffset(), leaf.getEndOffset()));
    }

    /** What stands at an offset, or right before it. */
    private static @Nullable ILeafNode leaf(INode root, int offset) {
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, offset);
        if (leaf != null && !leaf.isHidden()) return leaf;
        if (leaf != null && leaf.getOffset() != offset || offset == 0) return null;
        ILeafNode before = NodeModelUtils.findLeafNodeAtOffset(root, offset - 1);
        return before == null || before.isHidden() ? null : before;
    }

    private void write(Reading reading, ILeafNode leaf, Page page) {
        EObject here = NodeModelUtils.findActualSemanticObjectFor(leaf);
        Quantity quantity = around(here, Quantity.class);
        if (quantity != null) {
            number(reading, quantity, page);
            return;
        }
        if (leaf.getText().chars().noneMatch(Character::isLetterOrDigit)) return;
        EObject meant = offsets.resolveCrossReferencedElementAt(reading.file(), leaf.getOffset());
        if (meant == null) meant = offsets.resolveElementAt(reading.file(), leaf.getOffset());
        switch (meant) {
            case null -> {}
            case AttributeDefinition d ->
                    attribute(reading, d, around(here, Attribute.class), page);
            case MetricDefinition d -> metric(reading, d, leaf, here, page);
            case Require r -> verdict(reading, r, page);
            case Declaration d -> element(reading, d, page);
            default -> documented(meant, page);
        }
    }

    private static <T extends EObject> @Nullable T around(@Nullable EObject o, Class<T> type) {
        for (EObject e = o; e != null; e = e.eContainer())
            if (type.isInstance(e)) return type.cast(e);
        return null;
    }

    private void documented(EObject o, Page page) {
        String text = documentation.getDocumentation(o);
        if (text != null) page.text(text);
    }

    // ---- a number

    private void number(Reading reading, Quantity q, Page page) {
        Unit unit = new Units().of(q);
        if (unit == null || q.getValue() == null) return;
        double si = q.getValue().doubleValue() * unit.factor() + unit.offset();
        Attribute in = around(q, Attribute.class);
        String coherent = coherent(in, unit);
        List<String> others = coherent == null ? List.of() : Show.everyUnit(si, coherent);
        page.text("`" + NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(q)) + "`");
        if (!others.isEmpty()) page.text(String.join(" = ", others));
        if (in == null || in.getKey() == null || !isWhole(q, in)) return;
        // a value may stand in no element while a brace is missing
        if (Elements.elementOf(in) == null) return;
        String element = DesignCompiler.nameOf(Elements.elementOf(in));
        String path = reading.registry().attributePath(in.getKey());
        var value = reading.value(element, path);
        if (value != null && value.isKnown() && value.spread() > 0)
            page.text(Quantities.of(value, in.getKey().getUnit()));
        page.text(Quantities.source(reading.trace(element, path)));
    }

    /** Whether the number, with its uncertainty, is all of the attribute's value. */
    private static boolean isWhole(Quantity q, Attribute in) {
        return in.getValue() == q || in.getValue() instanceof Uncertain u && u.getValue() == q;
    }

    /** The coherent unit in which a number of a unit is shown; null where none has a name. */
    private static @Nullable String coherent(@Nullable Attribute in, Unit unit) {
        String own = in == null || in.getKey() == null ? null : in.getKey().getUnit();
        if (own != null && !own.isEmpty() && Dimension.parse(own).equals(unit.dimension()))
            return own;
        for (String u : Show.coherentUnits())
            if (Dimension.parse(u).equals(unit.dimension())) return u;
        return null;
    }

    // ---- an attribute

    private void attribute(
            Reading reading, AttributeDefinition d, @Nullable Attribute written, Page page) {
        documented(d, page);
        if (written != null && written.getKey() == d && Elements.elementOf(written) != null) {
            String element = DesignCompiler.nameOf(Elements.elementOf(written));
            String path = reading.registry().attributePath(d);
            String value = Quantities.of(reading.value(element, path), d.getUnit());
            Trace t = reading.trace(element, path);
            String source = Quantities.source(t);
            if (!value.isEmpty())
                page.text("**" + value + "**" + (source.isEmpty() ? "" : ", " + source));
        }
        rules(reading, d, page);
    }

    private static void rules(Reading reading, AttributeDefinition d, Page page) {
        String path = reading.registry().path(d);
        if (path == null || path.indexOf('.') < 0) return;
        String kind = path.substring(0, path.indexOf('.'));
        List<String> ids = ReadBy.rules(kind, reading.registry().attributePath(d));
        if (ids.isEmpty()) return;
        page.text("read by");
        page.list(ids.stream().map(Hovers::rule).toList());
    }

    private static String rule(String id) {
        String name =
                RulePages.address(id).map(a -> "[" + id + "](" + a + ")").orElse("`" + id + "`");
        String summary = RulePages.summary(id);
        return summary == null ? name : name + " " + summary;
    }

    // ---- results

    private void metric(
            Reading reading, MetricDefinition d, ILeafNode leaf, @Nullable EObject at, Page page) {
        documented(d, page);
        if (at == null) return;
        String path = path(leaf, at);
        for (Answer a : around(reading, at)) {
            Evaluation e = a.evaluation();
            Result r = e == null ? null : result(e, path, Elements.elementOf(at));
            if (r != null) page.text("**" + a.simpleName() + "** " + Quantities.of(r));
        }
        Require r = around(at, Require.class);
        if (r != null) verdict(reading, r, page);
    }

    /** The path up to the word at which the pointer rests. */
    private static String path(ILeafNode leaf, EObject at) {
        INode node = NodeModelUtils.findActualNodeFor(at);
        String text = node.getRootNode().getText();
        return text.substring(node.getOffset(), leaf.getEndOffset()).replaceAll("\\s", "");
    }

    /** The answers of the evaluate around an object; of a workload those of all that run it. */
    private static List<Answer> around(Reading reading, EObject at) {
        var in = Elements.elementOf(at);
        if (in == null) return List.of();
        String name = DesignCompiler.nameOf(in);
        if (!(in instanceof Evaluate)) return reading.evaluations().reaching(name);
        return reading.evaluations().of(reading.file().getURI()).stream()
                .filter(a -> a.name().equals(name))
                .toList();
    }

    private static @Nullable Result result(
            Evaluation e, String path, org.araverus.infra.dsl.infra.Element in) {
        Result r = e.metrics().get(path);
        return r != null || !(in instanceof Workload w)
                ? r
                : e.metrics().get(w.getName() + "." + path);
    }

    /** Whether a requirement is met, in each evaluate that asks. */
    private void verdict(Reading reading, Require r, Page page) {
        INode node = NodeModelUtils.findActualNodeFor(r);
        if (node == null) return;
        int line = node.getStartLine();
        for (Answer a : around(reading, r)) {
            Evaluation e = a.evaluation();
            if (e == null) continue;
            for (Verdict v : e.requirements()) {
                Trace t = a.evaluated().design().traceOf(v.origin());
                if (t != null && t.place() != null && t.place().line() == line)
                    page.text("**" + a.simpleName() + "** " + verdict(v));
            }
        }
    }

    private static String verdict(Verdict v) {
        String off = Show.value(Math.abs(v.left() - v.right()), v.unit());
        String left = Show.value(v.left(), v.unit());
        return switch (v.answer()) {
            case MET -> "met: " + left + ", " + off + " to spare";
            case MISSED -> "missed: " + left + ", off by " + off;
            case UNDECIDED -> "undecided: " + (v.why() == null ? left : v.why());
        };
    }

    // ---- an element

    private void element(Reading reading, Declaration d, Page page) {
        if (d.getName() == null) return;
        String name = DesignCompiler.nameOf(d);
        page.text("`" + Elements.kind(d) + " " + name + "`");
        documented(d, page);
        switch (d) {
            case Evaluate e -> evaluate(reading, name, page);
            case Workload w -> page.list(ElementPage.uses(reading, name));
            default -> new ElementPage(reading, page).write(name);
        }
    }

    private static void evaluate(Reading reading, String name, Page page) {
        for (Answer a : reading.evaluations().reaching(name)) {
            if (!a.name().equals(name)) continue;
            Evaluation e = a.whole();
            if (e == null) {
                page.text("an error stands in the way");
                continue;
            }
            page.list(Headline.of(e));
            page.list(e.requirements().stream().map(v -> v.text() + ": " + verdict(v)).toList());
        }
    }
}
