// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.jspecify.annotations.Nullable;

/**
 * What compiler and rules say about a file, kept with its tree for all who ask: who shows it and
 * who offers fixes. A tree is replaced when the file, or one that it reaches, has changed; with it
 * goes what was kept.
 */
@Singleton
public class Findings {
    @Inject private IResourceScopeCache cache;

    /** The findings of one file, computed if nobody has done it for this tree. */
    public List<Diagnostic> of(XtextResource resource) {
        AtomicReference<@Nullable List<Diagnostic>> kept = kept(resource);
        List<Diagnostic> all = kept.get();
        if (all != null) return all;
        List<Diagnostic> found = compute(resource);
        kept.set(found);
        return found;
    }

    /** Keeps what was computed elsewhere for the tree that a resource has now. */
    public void put(XtextResource resource, List<Diagnostic> found) {
        kept(resource).set(List.copyOf(found));
    }

    private AtomicReference<@Nullable List<Diagnostic>> kept(XtextResource resource) {
        return cache.get(Findings.class, resource, AtomicReference::new);
    }

    private static List<Diagnostic> compute(XtextResource resource) {
        if (resource.getParseResult() == null) return List.of();
        FileCheck check = FileCheck.of(resource);
        FileCheck.Designs designs = check.compile();
        List<Judged> judged =
                designs.evaluates().stream().map(d -> Judged.of(d, check.rules())).toList();
        return check
                .finish(designs, check.rules().check(designs.file()), judged, List.of())
                .findings()
                .stream()
                .filter(d -> d.accepted() == null)
                .toList();
    }

    /** How places name a file. */
    public static String name(XtextResource resource) {
        return Workspace.fileName(resource.getURI());
    }

    /** The text of a file by the name that places have for it, seen from one that reaches it. */
    public static String text(XtextResource from, String file) {
        return Workspace.over(from).text(file);
    }

    /** Whether a place's file is one that the language brings along. */
    public static boolean isOfTheLibrary(String file) {
        return !Workspace.isOwn(file);
    }
}
