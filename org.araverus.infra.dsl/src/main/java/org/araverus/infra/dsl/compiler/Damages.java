// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Junk;
import org.araverus.infra.dsl.infra.NamedBlock;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/**
 * Bodies in which something could not be read: a value that seems to be missing there is unknown,
 * so that no rule speaks of its default.
 */
final class Damages {
    private final Map<Resource, Set<EObject>> byFile = new HashMap<>();

    boolean isDamaged(EObject body) {
        Resource r = body.eResource();
        return r != null && byFile.computeIfAbsent(r, Damages::find).contains(body);
    }

    private static Set<EObject> find(Resource r) {
        Set<EObject> all = new HashSet<>();
        if (!(r instanceof XtextResource x) || x.getParseResult() == null) return all;
        for (INode error : x.getParseResult().getSyntaxErrors())
            add(around(NodeModelUtils.findActualSemanticObjectFor(error)), all);
        if (!r.getContents().isEmpty())
            r.getAllContents()
                    .forEachRemaining(
                            o -> {
                                if (o instanceof Junk) add(around(o.eContainer()), all);
                                if (o instanceof Declaration && around(o.eContainer()) != null)
                                    add(around(o.eContainer()), all);
                            });
        return all;
    }

    private static void add(@Nullable EObject body, Set<EObject> all) {
        if (body != null) all.add(body);
    }

    private static @Nullable EObject around(@Nullable EObject from) {
        for (EObject o = from; o != null; o = o.eContainer())
            if (o instanceof Block || o instanceof NamedBlock || o instanceof Declaration) return o;
        return null;
    }
}
