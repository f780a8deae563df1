// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.compiler.DesignCompiler;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Fix;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/**
 * Fixes as changes of the user's texts. What the user wrote is replaced; what is inherited, or
 * nowhere, is added to the user's own element; of a computed value the only literal is changed, and
 * where there are several there is no fix. Library texts stay.
 */
final class FixTexts {
    private final Workspace workspace;
    private final Design design;
    private final Map<String, Declaration> byName = new HashMap<>();

    FixTexts(Workspace workspace, Design design) {
        this.workspace = workspace;
        this.design = design;
    }

    /** The change; null if a part of it cannot be made in the user's texts. */
    @Nullable TextFix of(Fix fix) {
        List<TextEdit> edits = new ArrayList<>();
        for (Edit e : fix.edits()) {
            TextEdit text = of(e);
            if (text == null) return null;
            edits.add(text);
        }
        return new TextFix(fix.title(), edits);
    }

    private @Nullable TextEdit of(Edit edit) {
        return switch (edit) {
            case Edit.Set s -> set(s.at(), s.value());
            case Edit.Unset u -> unset(u.at());
            case Edit.Replace r -> replace(r.at(), simple(r.type()));
            case Edit.AddPart a ->
                    insert(
                            a.element(),
                            List.of(),
                            a.role() + ": " + a.count() + " x " + simple(a.type()));
            case Edit.RemovePart r -> unset(new Origin(r.element(), r.role()));
        };
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    private @Nullable TextEdit set(Origin at, String value) {
        Trace t = design.trace().get(at);
        boolean here =
                t != null && t.place() != null && own(t.place()) && t.how() != Trace.How.INHERITED;
        if (!here) return add(at, value);
        if (t.how() == Trace.How.TYPED) return edit(t.place(), value);
        return literal(t.place(), value);
    }

    private boolean own(Place p) {
        return workspace.resources().containsKey(p.file());
    }

    private TextEdit edit(Place p, String value) {
        return new TextEdit(p.file(), workspace.around(p).offset(p), p.length(), value);
    }

    /**
     * A computed value has no text of its own; only a single literal in it can carry the change.
     */
    private @Nullable TextEdit literal(Place p, String value) {
        EObject o = objectAt(p);
        if (o == null) return null;
        List<Quantity> literals = new ArrayList<>();
        o.eAllContents().forEachRemaining(c -> addIf(c, literals));
        addIf(o, literals);
        boolean whole =
                literals.size() == 1
                        && NodeModelUtils.getNode(o) == NodeModelUtils.getNode(literals.get(0));
        return whole ? edit(p, value) : null;
    }

    private static void addIf(EObject o, List<Quantity> literals) {
        if (o instanceof Quantity q) literals.add(q);
    }

    private @Nullable EObject objectAt(Place p) {
        return own(p) ? workspace.around(p).object(p) : null;
    }

    /** Puts an attribute into the user's own element. */
    private @Nullable TextEdit add(Origin at, String value) {
        List<String> path = List.of(at.attribute().split("\\."));
        if (at.attribute().contains(" ") || at.attribute().contains("[")) return null;
        return insert(
                at.element(),
                path.subList(0, path.size() - 1),
                path.get(path.size() - 1) + ": " + value);
    }

    private @Nullable TextEdit insert(String element, List<String> blocks, String text) {
        Declaration d = declaration(element);
        if (d == null) return null;
        EObject body = d;
        int depth = 0;
        for (; depth < blocks.size(); depth++) {
            Block inner = block(body, blocks.get(depth));
            if (inner == null) break;
            body = inner;
        }
        StringBuilder inside = new StringBuilder();
        for (String b : blocks.subList(depth, blocks.size())) inside.append(b).append(" { ");
        inside.append(text);
        inside.append(" }".repeat(blocks.size() - depth));
        return beforeBrace(body, inside.toString());
    }

    private @Nullable Declaration declaration(String name) {
        if (byName.isEmpty())
            for (XtextResource r : workspace.resources().values())
                for (var e : Elements.of(r))
                    if (e instanceof Declaration d && d.getName() != null)
                        byName.putIfAbsent(DesignCompiler.nameOf(d), d);
        return byName.get(name);
    }

    private static @Nullable Block block(EObject body, String name) {
        for (Member m : Elements.members(body))
            if (m instanceof Block b
                    && b.getDefinition() != null
                    && !b.getDefinition().eIsProxy()
                    && name.equals(b.getDefinition().getName())) return b;
        return null;
    }

    /** On the brace's own line where the body is written on one line, else on a line of its own. */
    private @Nullable TextEdit beforeBrace(EObject body, String inside) {
        ICompositeNode node = NodeModelUtils.getNode(body);
        if (node == null || !(body.eResource() instanceof XtextResource r)) return null;
        int close = -1;
        for (ILeafNode leaf : node.getLeafNodes())
            if (!leaf.isHidden() && leaf.getText().equals("}")) close = leaf.getOffset();
        if (close < 0) return null;
        String file = workspace.places().place(r.getURI(), node, 0, 1).file();
        String text = workspace.text(file);
        int lineStart = text.lastIndexOf('\n', close - 1) + 1;
        String before = text.substring(lineStart, close);
        if (!before.isBlank())
            return new TextEdit(file, close, 0, (before.endsWith(" ") ? "  " : " ") + inside + " ");
        return new TextEdit(file, lineStart, 0, before + "  " + inside + "\n");
    }

    private @Nullable TextEdit unset(Origin at) {
        Trace t = design.trace().get(at);
        if (t == null || t.place() == null || !own(t.place()) || t.how() == Trace.How.INHERITED)
            return null;
        EObject o = objectAt(t.place());
        while (o != null && !(o instanceof Member)) o = o.eContainer();
        ICompositeNode node = o == null ? null : NodeModelUtils.getNode(o);
        if (node == null
                || o instanceof org.araverus.infra.dsl.infra.Require
                || o instanceof org.araverus.infra.dsl.infra.Run) return null;
        int start = node.getOffset();
        String text = workspace.text(t.place().file());
        int end = node.getEndOffset();
        while (end < text.length() && text.charAt(end) == ' ') end++;
        return new TextEdit(t.place().file(), start, end - start, "");
    }

    private @Nullable TextEdit replace(Origin at, String type) {
        Trace t = design.trace().get(at);
        if (t == null || t.place() == null || !own(t.place()) || t.how() == Trace.How.INHERITED)
            return null;
        return edit(t.place(), type);
    }
}
