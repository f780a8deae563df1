// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.REFERABLE__NAME;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.resource.Library;
import org.araverus.infra.dsl.validation.TextFinding.Change;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.build.ResolvedResourceDescription;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IReferenceDescription;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;

/** Lets that no expression needs. */
@Rule(
        summary = "No expression needs a let",
        severity = Severity.NOTE,
        layer = Layer.TEXT,
        since = "0.1")
public final class UnusedLet extends TextRule {
    @Override
    public void check(InfraFile file, TextFindings findings) {
        List<Let> lets = new ArrayList<>();
        Set<EObject> used = new HashSet<>();
        for (var i = EcoreUtil.getAllContents(file, true); i.hasNext(); )
            switch (i.next()) {
                case Let l when l.getName() != null && l.getValue() != null -> lets.add(l);
                case Reference r when r.getHead() != null -> used.add(r.getHead());
                case Access a when a.getMember() != null -> used.add(a.getMember());
                case null, default -> {}
            }
        lets.removeIf(used::contains);
        if (lets.isEmpty()) return;
        Set<URI> elsewhere = usedElsewhere(file.eResource());
        for (Let l : lets) if (!elsewhere.contains(EcoreUtil.getURI(l))) report(l, findings);
    }

    private void report(Let l, TextFindings findings) {
        var draft = findings.report(this, l, REFERABLE__NAME, "no expression needs " + l.getName());
        ICompositeNode node = NodeModelUtils.findActualNodeFor(l);
        if (node != null)
            draft.fix(
                    "remove the let",
                    new Change(node.getOffset(), node.getEndOffset() - node.getOffset(), ""));
    }

    /** What other files refer to in this one. */
    private static Set<URI> usedElsewhere(Resource resource) {
        if (!(resource instanceof XtextResource x) || Library.owns(resource.getURI()))
            return Set.of();
        IResourceDescriptions all =
                x.getResourceServiceProvider()
                        .get(ResourceDescriptionsProvider.class)
                        .getResourceDescriptions(resource);
        Set<URI> used = new HashSet<>();
        for (IResourceDescription d : all.getAllResourceDescriptions())
            if (!d.getURI().equals(resource.getURI()))
                for (IReferenceDescription r : references(d, x))
                    if (r.getTargetEObjectUri().trimFragment().equals(resource.getURI()))
                        used.add(r.getTargetEObjectUri());
        return used;
    }

    /** A file that the build has indexed and not linked yet is linked here. */
    private static Iterable<IReferenceDescription> references(
            IResourceDescription of, XtextResource seenFrom) {
        if (!(of instanceof ResolvedResourceDescription)) return of.getReferenceDescriptions();
        return seenFrom.getResourceSet().getResource(of.getURI(), false) instanceof XtextResource o
                ? o.getResourceServiceProvider()
                        .getResourceDescriptionManager()
                        .getResourceDescription(o)
                        .getReferenceDescriptions()
                : List.of();
    }
}
