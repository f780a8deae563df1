// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.araverus.infra.dsl.compiler.DesignCompiler;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Place;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;

/**
 * What stands at and around the places of one file. Its lines and elements are counted once: there
 * may be as many findings as lines.
 */
final class Enclosing {
    private final int length;
    private final int[] lines;
    private final List<Element> elements = new ArrayList<>();

    /** Where each element begins, rising. */
    private final int[] starts;

    Enclosing(@Nullable Resource resource, String text) {
        length = text.length();
        lines = lineStarts(text);
        if (resource != null)
            for (Element e : Elements.of(resource))
                if (NodeModelUtils.getNode(e) != null) elements.add(e);
        starts = elements.stream().mapToInt(e -> NodeModelUtils.getNode(e).getOffset()).toArray();
    }

    private static int[] lineStarts(String text) {
        int count = 1;
        int[] starts = new int[16];
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) starts = Arrays.copyOf(starts, count * 2);
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** The qualified name of the element around a place; null where there is none. */
    @Nullable String element(Place place) {
        Declaration d = declaration(place);
        return d == null ? null : DesignCompiler.nameOf(d);
    }

    /** The innermost element around a place; null where there is none. */
    @Nullable Declaration declaration(Place place) {
        Element e = around(offset(place));
        return e == null ? null : Elements.elementOf(e) instanceof Declaration d ? d : null;
    }

    private @Nullable Element around(int offset) {
        int i = Arrays.binarySearch(starts, offset);
        EObject e = i == -1 ? null : elements.get(i < 0 ? -i - 2 : i);
        while (e != null && !(e instanceof Element x && holds(x, offset))) e = e.eContainer();
        return (Element) e;
    }

    private static boolean holds(Element e, int offset) {
        return offset < NodeModelUtils.getNode(e).getEndOffset();
    }

    /** What is written at a place; null where nothing is. */
    @Nullable EObject object(Place place) {
        int offset = offset(place);
        Element e = around(offset);
        ICompositeNode node = e == null ? null : NodeModelUtils.getNode(e);
        ILeafNode leaf = node == null ? null : NodeModelUtils.findLeafNodeAtOffset(node, offset);
        return leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
    }

    /** The offset of a place in its text; of one behind its end the last sign. */
    int offset(Place place) {
        int end = Math.max(0, length - 1);
        int line = place.line() - 1;
        return line < lines.length ? Math.min(lines[line] + place.column() - 1, end) : end;
    }
}
