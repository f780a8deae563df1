// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.araverus.infra.engine.design.Place;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.jspecify.annotations.Nullable;

/**
 * Where objects stand in their files, as people count: from 1, without leading blanks and comments.
 */
public final class Places {
    private final Function<URI, String> fileNames;

    /** What many inherit is asked for by each of them; trees do not change while they are read. */
    private final Map<EObject, Map<Object, Optional<Place>>> known = new IdentityHashMap<>();

    private static final Object WHOLE = new Object();

    public Places(Function<URI, String> fileNames) {
        this.fileNames = fileNames;
    }

    /** The place of an object; null if it is in no text. */
    public @Nullable Place of(EObject o) {
        return known(o, WHOLE, () -> of(o, NodeModelUtils.getNode(o)));
    }

    private @Nullable Place known(EObject o, Object what, Supplier<@Nullable Place> place) {
        return known.computeIfAbsent(o, x -> new HashMap<>(2))
                .computeIfAbsent(what, x -> Optional.ofNullable(place.get()))
                .orElse(null);
    }

    /** The place of one feature of an object, or of the object if the feature is not written. */
    public @Nullable Place of(EObject o, @Nullable EStructuralFeature feature) {
        return feature == null ? of(o) : known(o, feature, () -> ofFeature(o, feature));
    }

    private @Nullable Place ofFeature(EObject o, EStructuralFeature feature) {
        var nodes = NodeModelUtils.findNodesForFeature(o, feature);
        return of(o, nodes.isEmpty() ? NodeModelUtils.getNode(o) : nodes.get(0));
    }

    private @Nullable Place of(EObject o, @Nullable INode node) {
        if (node == null || o.eResource() == null) return null;
        int start = -1;
        int end = -1;
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (leaf.isHidden() || leaf.getLength() == 0) continue;
            if (start < 0) start = leaf.getOffset();
            end = leaf.getEndOffset();
        }
        if (start < 0) {
            start = node.getOffset();
            end = node.getEndOffset();
        }
        return place(o.eResource().getURI(), node, start, end);
    }

    /** The place of a stretch of text; cut at the end of its first line. */
    public Place place(URI file, INode in, int start, int end) {
        LineAndColumn from = NodeModelUtils.getLineAndColumn(in, start);
        String text = in.getRootNode().getText();
        int lineEnd = text.indexOf('\n', Math.min(start, text.length()));
        if (lineEnd > 0 && text.charAt(lineEnd - 1) == '\r') lineEnd--;
        int last = lineEnd < 0 ? end : Math.min(end, Math.max(lineEnd, start));
        return new Place(
                fileNames.apply(file), from.getLine(), from.getColumn(), Math.max(1, last - start));
    }
}
