// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.INFRA_FILE;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.UNIT_FACTOR__UNIT;

import com.google.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.araverus.infra.dsl.resource.Library;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;
import org.eclipse.xtext.scoping.IScopeProvider;

/**
 * Where the line alone says what belongs: packages behind {@code import}, the units of a value's
 * dimension behind a number, ids of rules between quotes.
 */
class LineProposals {
    @Inject private Library library;
    @Inject private IScopeProvider scopes;
    @Inject private ResourceDescriptionsProvider descriptions;

    /** Whether it is such a line: then there are no other proposals. */
    boolean of(
            String text, int offset, XtextResource resource, IIdeContentProposalAcceptor acceptor) {
        Line line = new Line(text, offset);
        String imported = line.imported();
        if (imported != null) {
            for (String p : packages(resource))
                accept(p + ".*", imported, ContentAssistEntry.KIND_MODULE, "package", acceptor);
            return true;
        }
        String typed = Quoted.typed(resource, offset);
        if (typed != null) {
            for (String id : Quoted.ids(resource, offset)) rule(id, typed, acceptor);
            return true;
        }
        Line.Number number = line.number();
        return number != null && units(number, resource, acceptor);
    }

    private Set<String> packages(XtextResource resource) {
        Set<String> all = new TreeSet<>(library.packages());
        for (IEObjectDescription d :
                descriptions.getResourceDescriptions(resource).getExportedObjectsByType(INFRA_FILE))
            all.add(d.getQualifiedName().toString());
        return all;
    }

    private boolean units(
            Line.Number number, XtextResource resource, IIdeContentProposalAcceptor acceptor) {
        String unit = Expected.unit(resource, number.offset());
        if (unit == null || resource.getContents().isEmpty()) return false;
        Map<String, Integer> fitting =
                new UnitNames(scopes.getScope(resource.getContents().get(0), UNIT_FACTOR__UNIT))
                        .fitting(unit);
        fitting.forEach(
                (name, rank) -> {
                    if (!name.startsWith(number.unit())) return;
                    ContentAssistEntry e =
                            entry(name, number.unit(), ContentAssistEntry.KIND_UNIT, unit);
                    e.setSource(new Ranked(rank, null));
                    acceptor.accept(e, rank);
                });
        return !fitting.isEmpty();
    }

    private static void rule(String id, String typed, IIdeContentProposalAcceptor acceptor) {
        if (!id.startsWith(typed)) return;
        ContentAssistEntry e = entry(id, typed, ContentAssistEntry.KIND_REFERENCE, "rule");
        e.setDocumentation(RulePages.summary(id));
        acceptor.accept(e, Ranked.LITERAL);
    }

    private static void accept(
            String proposal,
            String typed,
            String kind,
            String detail,
            IIdeContentProposalAcceptor acceptor) {
        if (proposal.startsWith(typed))
            acceptor.accept(entry(proposal, typed, kind, detail), Ranked.LITERAL);
    }

    private static ContentAssistEntry entry(
            String proposal, String prefix, String kind, String detail) {
        ContentAssistEntry e = new ContentAssistEntry();
        e.setProposal(proposal);
        e.setPrefix(prefix);
        e.setKind(kind);
        e.setDescription(detail);
        return e;
    }
}
