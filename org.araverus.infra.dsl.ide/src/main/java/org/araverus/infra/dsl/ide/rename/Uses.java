// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.rename;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.araverus.infra.dsl.infra.Import;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.InfraPackage;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.findReferences.IReferenceFinder;
import org.eclipse.xtext.findReferences.IReferenceFinder.IResourceAccess;
import org.eclipse.xtext.findReferences.ReferenceAcceptor;
import org.eclipse.xtext.findReferences.TargetURIs;
import org.eclipse.xtext.ide.util.CancelIndicatorProgressMonitor;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.util.CancelIndicator;
import org.jspecify.annotations.Nullable;

/** The places that write a name: in references and in imports of it alone. */
@Singleton
final class Uses {
    /**
     * One place.
     *
     * @param name the node of the name itself, the last segment of a qualified one
     * @param qualified whether something stands before it
     */
    record Use(EObject source, EReference reference, INode name, boolean qualified) {
        int line() {
            return name.getStartLine();
        }
    }

    @Inject private IReferenceFinder finder;
    @Inject private Provider<TargetURIs> targets;
    @Inject private IResourceServiceProvider.Registry languages;

    List<Use> of(
            Set<URI> family,
            IResourceAccess access,
            IResourceDescriptions index,
            CancelIndicator cancel) {
        TargetURIs wanted = targets.get();
        wanted.addAllURIs(family);
        List<Use> all = new ArrayList<>();
        finder.findAllReferences(
                wanted,
                access,
                index,
                new ReferenceAcceptor(
                        languages,
                        found ->
                                access.readOnly(
                                        found.getSourceEObjectUri(),
                                        set -> {
                                            add(
                                                    set.getEObject(
                                                            found.getSourceEObjectUri(), true),
                                                    found.getEReference(),
                                                    all);
                                            return null;
                                        })),
                new CancelIndicatorProgressMonitor(cancel));
        return all;
    }

    private static void add(@Nullable EObject source, EReference reference, List<Use> into) {
        if (source == null) return;
        for (INode n : NodeModelUtils.findNodesForFeature(source, reference)) {
            INode last = lastWord(n);
            boolean alone = NodeModelUtils.getTokenText(n).equals(last.getText());
            boolean path = reference == InfraPackage.Literals.ACCESS__MEMBER;
            into.add(new Use(source, reference, last, !alone && !path));
        }
    }

    /** The imports that name one element. */
    List<INode> imports(String qualifiedName, IResourceAccess access, IResourceDescriptions index) {
        List<INode> all = new ArrayList<>();
        for (IResourceDescription d : index.getAllResourceDescriptions())
            access.readOnly(
                    d.getURI(),
                    set -> {
                        Resource r = set.getResource(d.getURI(), true);
                        if (!r.getContents().isEmpty()
                                && r.getContents().get(0) instanceof InfraFile f)
                            for (Import i : f.getImports())
                                if (qualifiedName.equals(i.getImportedNamespace()))
                                    all.add(lastWord(NodeModelUtils.findActualNodeFor(i)));
                        return null;
                    });
        return all;
    }

    static INode lastWord(INode name) {
        INode last = name;
        for (ILeafNode leaf : name.getLeafNodes())
            if (!leaf.isHidden() && leaf.getLength() > 0) last = leaf;
        return last;
    }
}
