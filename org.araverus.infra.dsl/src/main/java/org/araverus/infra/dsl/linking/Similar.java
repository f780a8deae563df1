// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.linking;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.UNIT_DECLARATION;

import com.google.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name that somebody may have meant: the same one in another package, else the one with
 * the fewest slips (a letter missing, surplus, wrong, two swapped), at most a third of its length,
 * of a unit's a quarter.
 */
class Similar {
    /** A file with more unknown names than this has another trouble than slips of typing. */
    private static final int MOST = 100;

    @Inject private IScopeProvider scopes;
    @Inject private IResourceScopeCache cache;

    @Nullable IEObjectDescription to(String name, EObject context, EReference reference) {
        AtomicInteger asked = cache.get(Similar.class, context.eResource(), AtomicInteger::new);
        if (asked.incrementAndGet() > MOST) return null;
        boolean simple = name.indexOf('.') < 0;
        IEObjectDescription best = null;
        // a unit is short, so that another one is soon near
        int share = reference.getEReferenceType() == UNIT_DECLARATION ? 4 : 3;
        int least = Math.max(1, name.length() / share) + 1;
        for (IEObjectDescription d : scopes.getScope(context, reference).getAllElements()) {
            String candidate = simple ? d.getName().getLastSegment() : d.getName().toString();
            if (candidate.equals(name)) return d;
            int distance =
                    candidate.equalsIgnoreCase(name) ? 0 : Distance.between(name, candidate, least);
            if (distance < least) {
                least = distance;
                best = d;
            }
        }
        return best;
    }
}
