// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ACCESS__MEMBER;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ANNOTATION__DEFINITION;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ATTRIBUTE__KEY;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.BLOCK__DEFINITION;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.DECLARATION;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.DEFINITION;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.LET;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.NAMED_BLOCK__DEFINITION;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.PART;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.PART__TYPE;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.QUANTITY__QUALIFIER;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.REFERENCE__HEAD;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.UNIT_DECLARATION;

import com.google.common.base.Predicate;
import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.dsl.ide.imports.Imports;
import org.araverus.infra.dsl.infra.AnnotationDefinition;
import org.araverus.infra.dsl.infra.AttributeDefinition;
import org.araverus.infra.dsl.infra.BlockDefinition;
import org.araverus.infra.dsl.infra.Definition;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.MetricDefinition;
import org.araverus.infra.dsl.registry.AnnotationKind;
import org.araverus.infra.dsl.registry.Examples;
import org.araverus.infra.dsl.resource.Annotations;
import org.araverus.infra.dsl.resource.Catalog;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.resource.Library;
import org.araverus.infra.dsl.scoping.InfraScopeProvider;
import org.araverus.infra.dsl.validation.InfraValidator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeCrossrefProposalProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.util.ReplaceRegion;
import org.eclipse.xtext.xtext.CurrentTypeFinder;
import org.jspecify.annotations.Nullable;

/**
 * Names that may stand at a place: what the registry knows, what the file sees, and what an import
 * would let it see, which comes with that import. Nothing of the library is loaded for it.
 */
public class NameProposals extends IdeCrossrefProposalProvider {
    private static final Map<String, Catalog.Entry> CATALOG = catalog();

    @Inject private CurrentTypeFinder types;
    @Inject private Library library;

    private static Map<String, Catalog.Entry> catalog() {
        Map<String, Catalog.Entry> all = new HashMap<>();
        for (Catalog.Entry e : Catalog.entries()) all.put(e.name(), e);
        return all;
    }

    @Override
    public void lookupCrossReference(
            IScope scope,
            CrossReference reference,
            ContentAssistContext context,
            IIdeContentProposalAcceptor acceptor,
            Predicate<IEObjectDescription> filter) {
        EReference feature = InfraProposals.feature(types, reference);
        boolean address =
                GrammarUtil.containingParserRule(reference).getName().equals("OverrideHead");
        Place place = new Place(feature, context, Bodies.at(context));
        Set<String> seen = new HashSet<>();
        List<IEObjectDescription> later = new ArrayList<>();
        for (IEObjectDescription d : scope.getAllElements()) {
            if (!acceptor.canAcceptMoreProposals()) return;
            if (!filter.apply(d) || address && d.getEClass() != PART) continue;
            if (d.getName().getSegmentCount() > 1) later.add(d);
            else if (place.takes(d)) {
                seen.add(d.getName().getLastSegment());
                accept(simple(d, place), acceptor);
            }
        }
        for (IEObjectDescription d : later)
            if (!seen.contains(d.getName().getLastSegment())
                    && place.imports()
                    && place.takes(d)
                    && isElement(d)) accept(imported(d, place), acceptor);
    }

    private static void accept(
            @Nullable ContentAssistEntry e, IIdeContentProposalAcceptor acceptor) {
        if (e != null && e.getSource() instanceof Ranked r) acceptor.accept(e, r.rank());
    }

    /** An element of a file, and not one inside of another. */
    private static boolean isElement(IEObjectDescription d) {
        return DECLARATION.isSuperTypeOf(d.getEClass())
                || d.getEClass() == LET
                        && !String.valueOf(d.getEObjectURI().fragment()).contains("/@members");
    }

    /** Where names are asked for. */
    private static final class Place {
        private final @Nullable EReference feature;
        private final ContentAssistContext context;
        private final Set<EObject> inherited;
        private final List<String> parts;
        private final boolean imports;
        private @Nullable Imports file;

        Place(@Nullable EReference feature, ContentAssistContext context, @Nullable EObject body) {
            this.feature = feature;
            this.context = context;
            this.inherited = InfraScopeProvider.isKey(feature) ? Bodies.inherited(body) : Set.of();
            this.parts =
                    feature == PART__TYPE && body instanceof Element e
                            ? InfraValidator.parts(Elements.kind(e))
                            : List.of();
            this.imports = imports(feature, context);
        }

        /** An expression takes any name: there the whole catalog would be noise. */
        private static boolean imports(@Nullable EReference feature, ContentAssistContext context) {
            if (feature == null) return false;
            if (feature != REFERENCE__HEAD)
                return DECLARATION.isSuperTypeOf(feature.getEReferenceType())
                        && feature.getEReferenceType() != UNIT_DECLARATION;
            AttributeDefinition a = InfraScopeProvider.expected(context.getCurrentModel());
            return a != null && a.getRefersTo() != null;
        }

        boolean imports() {
            return imports;
        }

        boolean takes(IEObjectDescription d) {
            EClass type = d.getEClass();
            if (type == UNIT_DECLARATION)
                return (Annotations.of(d.getEObjectOrProxy(), AnnotationKind.QUALIFIER) != null)
                        == (feature == QUANTITY__QUALIFIER);
            return parts.isEmpty() || parts.contains(Elements.kind(type));
        }

        XtextResource resource() {
            return context.getResource();
        }

        Imports file() {
            if (file == null) file = new Imports(resource());
            return file;
        }
    }

    private @Nullable ContentAssistEntry entry(String name, Place place, EClass type) {
        return getProposalCreator().createProposal(name, place.context, Kinds.of(type), e -> {});
    }

    // ---- what the place sees

    private @Nullable ContentAssistEntry simple(IEObjectDescription d, Place place) {
        String name = d.getName().getLastSegment();
        ContentAssistEntry e = entry(name, place, d.getEClass());
        if (e == null) return null;
        e.setLabel(name);
        if (DEFINITION.isSuperTypeOf(d.getEClass())
                && d.getEObjectOrProxy() instanceof Definition known
                && !known.eIsProxy()) {
            definition(known, e, place);
            return e;
        }
        URI address = d.getEObjectURI();
        boolean own = address != null && address.trimFragment().equals(place.resource().getURI());
        element(d, e, own ? Ranked.OWN : Ranked.SEEN);
        return e;
    }

    private void definition(Definition d, ContentAssistEntry e, Place place) {
        e.setProposal(text(d, place.feature));
        e.setDescription(detail(d));
        e.setDocumentation(documentation(d));
        e.setSource(new Ranked(rank(d, place), null));
    }

    /** With the sign that follows; where something is to be typed, with the protocol's mark. */
    private String text(Definition d, @Nullable EReference feature) {
        String name = d.getName();
        if (feature == ATTRIBUTE__KEY) return name + ": ";
        if (feature == BLOCK__DEFINITION) return name + " { $0 }";
        if (feature == NAMED_BLOCK__DEFINITION) return name + " ${1:NAME} { $0 }";
        if (feature != ANNOTATION__DEFINITION || !(d instanceof AnnotationDefinition a))
            return name;
        StringBuilder text = new StringBuilder(name);
        List<String> parameters = library.registry().annotation(a).parameters();
        for (int i = 0; i < parameters.size(); i++)
            text.append(i == 0 ? "(" : ", ")
                    .append("\"${%d:%s}\"".formatted(i + 1, parameters.get(i)));
        return text.append(parameters.isEmpty() ? "" : ")").toString();
    }

    private String detail(Definition d) {
        return switch (d) {
            case AttributeDefinition a -> library.registry().facts(a);
            case MetricDefinition m -> m.getUnit().isEmpty() ? "metric" : m.getUnit();
            case BlockDefinition b -> "block";
            default -> d.eClass().getName().replace("Definition", "").toLowerCase(Locale.ROOT);
        };
    }

    private @Nullable String documentation(Definition d) {
        String doc = d.getDocumentation() == null ? "" : d.getDocumentation();
        return d instanceof AttributeDefinition a
                ? "%s\n\n`%s`, for example `%s`"
                        .formatted(doc, library.registry().attributePath(a), Examples.of(a))
                : doc.isEmpty() ? null : doc;
    }

    private static int rank(Definition d, Place place) {
        if (place.inherited.contains(d)) return Ranked.INHERITED;
        if (InfraScopeProvider.isKey(place.feature))
            return place.feature == ATTRIBUTE__KEY ? Ranked.ATTRIBUTE : Ranked.BLOCK;
        return switch (d) {
            case MetricDefinition m -> Ranked.ATTRIBUTE;
            case AttributeDefinition a ->
                    place.feature == ACCESS__MEMBER ? Ranked.BLOCK : Ranked.SEEN;
            case BlockDefinition b -> Ranked.BLOCK;
            default -> d.eClass().getName().startsWith("Literal") ? Ranked.LITERAL : Ranked.SEEN;
        };
    }

    // ---- elements

    private @Nullable ContentAssistEntry imported(IEObjectDescription d, Place place) {
        String name = d.getName().getLastSegment();
        ContentAssistEntry e = entry(name, place, d.getEClass());
        if (e == null) return null;
        e.setLabel(name);
        element(d, e, Ranked.IMPORTABLE);
        String from = d.getQualifiedName().skipLast(1).toString();
        if (!place.file().sees(from)) {
            Imports.Change c = place.file().add(from + ".*");
            e.getTextReplacements().add(new ReplaceRegion(c.offset(), c.length(), c.text()));
        }
        return e;
    }

    private static void element(IEObjectDescription d, ContentAssistEntry e, int rank) {
        URI address = d.getEObjectURI();
        boolean ours = Library.owns(address);
        e.setSource(new Ranked(rank, address == null ? null : address.toString()));
        String kind = Elements.kind(d.getEClass());
        String from =
                d.getQualifiedName().getSegmentCount() < 2
                        ? ""
                        : "  " + d.getQualifiedName().skipLast(1);
        e.setDescription(kind + from);
        Catalog.Entry known = ours ? CATALOG.get(d.getQualifiedName().toString()) : null;
        if (known != null && !known.doc().isEmpty()) e.setDocumentation(known.doc());
    }
}
