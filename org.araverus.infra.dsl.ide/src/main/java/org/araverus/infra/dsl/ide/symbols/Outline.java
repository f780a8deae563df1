// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.symbols;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.*;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.text.Lines;
import org.araverus.infra.dsl.infra.*;
import org.araverus.infra.dsl.resource.Elements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.symbol.HierarchicalDocumentSymbolService;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.jspecify.annotations.Nullable;

/** The outline of a text: elements, their members by name, with what is written behind them. */
@Singleton
public class Outline extends HierarchicalDocumentSymbolService {
    private static final int LONGEST = 80;

    private final OperationCanceledManager cancellation;

    /** Called by the injector. */
    @Inject
    public Outline(OperationCanceledManager cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public List<DocumentSymbol> getSymbols(XtextResource resource, CancelIndicator cancel) {
        List<DocumentSymbol> all = new ArrayList<>();
        if (resource.getParseResult() == null
                || resource.getContents().isEmpty()
                || !(resource.getContents().get(0) instanceof InfraFile file)) return all;
        Lines lines = new Lines(resource.getParseResult().getRootNode().getText());
        for (Element e : file.getElements()) {
            cancellation.checkCanceled(cancel);
            add(e, lines, all);
        }
        return all;
    }

    /** The outline of several levels. */
    public List<Either<SymbolInformation, DocumentSymbol>> tree(
            XtextResource resource, CancelIndicator cancel) {
        return getSymbols(resource, cancel).stream()
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList();
    }

    /** All symbols one below the other, each with the name of what holds it. */
    @SuppressWarnings("deprecation") // the form of editors that know no other
    public List<Either<SymbolInformation, DocumentSymbol>> flat(
            String uri, List<DocumentSymbol> symbols) {
        List<Either<SymbolInformation, DocumentSymbol>> all = new ArrayList<>();
        flat(uri, symbols, null, all);
        return all;
    }

    @SuppressWarnings("deprecation")
    private static void flat(
            String uri,
            List<DocumentSymbol> symbols,
            @Nullable String holder,
            List<Either<SymbolInformation, DocumentSymbol>> into) {
        for (DocumentSymbol s : symbols) {
            var place = new Location(uri, s.getSelectionRange());
            into.add(
                    Either.forLeft(new SymbolInformation(s.getName(), s.getKind(), place, holder)));
            flat(uri, s.getChildren(), s.getName(), into);
        }
    }

    private void add(EObject o, Lines lines, List<DocumentSymbol> into) {
        INode node = NodeModelUtils.findActualNodeFor(o);
        INode name = name(o);
        if (node == null || name == null) return;
        DocumentSymbol s =
                new DocumentSymbol(
                        text(name),
                        Kinds.of(o.eClass()),
                        lines.range(node.getOffset(), node.getEndOffset()),
                        lines.range(name.getOffset(), name.getEndOffset()),
                        detail(o));
        List<DocumentSymbol> children = new ArrayList<>();
        Elements.members(o).forEach(m -> add(m, lines, children));
        s.setChildren(children);
        into.add(s);
        // elements behind a missing brace stand beside the one that lacks it
        Elements.nested(o).forEach(e -> add(e, lines, into));
    }

    /** What stands for it: its name, or the part of it that says most. */
    private static @Nullable INode name(EObject o) {
        return switch (o) {
            case Attribute a -> first(a, ATTRIBUTE__KEY);
            case Block b -> first(b, BLOCK__DEFINITION);
            case OverrideAt a -> first(a, OVERRIDE_AT__TARGET);
            case Run r -> first(r, RUN__LOAD);
            case Require r -> first(r, REQUIRE__CONDITION);
            case Referable r -> first(r, REFERABLE__NAME);
            default -> null;
        };
    }

    private static @Nullable INode first(EObject o, EStructuralFeature f) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(o, f);
        return nodes.isEmpty() || nodes.get(0).getLength() == 0 ? null : nodes.get(0);
    }

    private static String detail(EObject o) {
        return switch (o) {
            case Attribute a -> written(a.getValue());
            case OverrideAt a -> written(a.getValue());
            case Let l -> written(l.getValue());
            case Part p -> {
                INode type = first(p, PART__TYPE);
                yield written(p.getCount()) + " x" + (type == null ? "" : " " + text(type));
            }
            case NamedBlock b -> {
                INode kind = first(b, NAMED_BLOCK__DEFINITION);
                yield kind == null ? "" : text(kind);
            }
            case Run r -> r.getHost() == null ? "run" : "run on " + written(r.getHost());
            case Require r -> "require";
            case Workload w -> header(w, "workload", WORKLOAD__MODEL, " " + w.getMode() + " ");
            case Topology t -> header(t, "topology", TOPOLOGY__SHAPE, " is ");
            case Element e -> header(e, Elements.kind(e), superType(e), " extends ");
            default -> "";
        };
    }

    private static @Nullable EStructuralFeature superType(Element e) {
        return e.eClass().getEStructuralFeature("superType");
    }

    private static String header(
            Element e, String kind, @Nullable EStructuralFeature f, String link) {
        INode node = f == null ? null : first(e, f);
        return node == null ? kind : kind + link + text(node);
    }

    private static String written(@Nullable Expr value) {
        INode node = value == null ? null : NodeModelUtils.findActualNodeFor(value);
        return node == null ? "" : text(node);
    }

    /** One line, cut where a list would see no end. */
    private static String text(INode node) {
        String s = NodeModelUtils.getTokenText(node).replaceAll("\\s+", " ");
        return s.length() <= LONGEST ? s : s.substring(0, LONGEST - 1) + "…";
    }
}
