// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import com.google.common.collect.MapMaker;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.dsl.infra.InfraPackage;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescription.Delta;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom a change concerns. A design is computed from all that it reaches, so a file is affected when
 * any file on its way has changed: Xtext asks each file once and looks one step far.
 */
public class InfraDependents extends DefaultResourceDescriptionManager {
    /** Descriptions never change, and are asked at each edit. */
    private final Map<IResourceDescription, Set<URI>> outgoing =
            new MapMaker().weakKeys().makeMap();

    @Override
    public boolean isAffected(
            Collection<Delta> deltas,
            IResourceDescription candidate,
            IResourceDescriptions context) {
        Changes changes = new Changes();
        for (Delta d : deltas) changes.add(d, hasChanges(d, candidate));
        return changes.project
                || !changes.files.isEmpty() && reaches(candidate, changes, context)
                || isAffectedByExtensions(deltas, candidate, context);
    }

    private boolean reaches(
            IResourceDescription from, Changes changes, IResourceDescriptions context) {
        Deque<IResourceDescription> open = new ArrayDeque<>(List.of(from));
        Set<URI> seen = new HashSet<>(Set.of(from.getURI()));
        while (!open.isEmpty()) {
            IResourceDescription d = open.pop();
            for (QualifiedName name : d.getImportedNames())
                if (changes.names.contains(name)) return true;
            for (URI uri :
                    outgoing.computeIfAbsent(d, getDescriptionUtils()::collectOutgoingReferences)) {
                if (changes.files.contains(uri)) return true;
                IResourceDescription next = seen.add(uri) ? changes.before(uri, context) : null;
                if (next != null) open.push(next);
            }
        }
        return false;
    }

    /** What has changed: files, and the names that they export or no longer export. */
    private static final class Changes {
        private final Set<URI> files = new HashSet<>();
        private final Set<QualifiedName> names = new HashSet<>();
        private final Map<URI, IResourceDescription> same = new HashMap<>();
        private boolean project;

        void add(Delta delta, boolean changed) {
            if (changed) {
                files.add(delta.getUri());
                names(delta.getOld());
                names(delta.getNew());
            } else if (delta.getOld() != null) same.put(delta.getUri(), delta.getOld());
        }

        private void names(@Nullable IResourceDescription of) {
            if (of == null) return;
            for (IEObjectDescription d : of.getExportedObjects()) {
                names.add(d.getName().toLowerCase());
                // its severities hold for all
                project |= d.getEClass() == InfraPackage.Literals.PROJECT_DECLARATION;
            }
        }

        /** What is read anew has no references yet; if it is as before, they are too. */
        @Nullable IResourceDescription before(URI uri, IResourceDescriptions context) {
            IResourceDescription d = same.get(uri);
            return d == null ? context.getResourceDescription(uri) : d;
        }
    }
}
