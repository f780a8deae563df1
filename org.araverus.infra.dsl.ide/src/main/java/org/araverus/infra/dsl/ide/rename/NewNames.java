// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.rename;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import org.araverus.infra.dsl.ide.rename.Uses.Use;
import org.araverus.infra.dsl.infra.*;
import org.araverus.infra.dsl.registry.Registry;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.resource.Library;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.jspecify.annotations.Nullable;

/** Why a new name cannot be taken, in a sentence; null if it can. */
@Singleton
final class NewNames {
    /** The lexer's letters. */
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_°\u00B5\u03BC\u03A9][A-Za-z0-9_°\u00B5\u03BC\u03A9]*");

    /** In an expression they are no names, whatever stands beside them. */
    private static final Set<String> WORDS =
            Set.of("if", "then", "else", "and", "or", "not", "true", "false");

    private final Library library;
    private final IQualifiedNameProvider names;
    private final IScopeProvider scopes;
    private final Set<String> keywords;

    @Inject
    NewNames(
            Library library,
            IQualifiedNameProvider names,
            IScopeProvider scopes,
            IGrammarAccess grammar) {
        this.library = library;
        this.names = names;
        this.scopes = scopes;
        keywords = GrammarUtil.getAllKeywords(grammar.getGrammar());
    }

    @Nullable String bad(Referable of, String name) {
        if (!NAME.matcher(name).matches())
            return "\"%s\" is no name: letters, digits and _ make one, a letter or _ begins it"
                    .formatted(name);
        if (WORDS.contains(name) || of instanceof UnitDeclaration && keywords.contains(name))
            return "%s is a word of the language and cannot name this".formatted(name);
        return null;
    }

    /** Another thing of that name where this one stands. */
    @Nullable String taken(Referable of, String name, IResourceDescriptions index) {
        return of instanceof Element e && !(e instanceof Let && Elements.elementOf(e) != null)
                ? takenInPackage(e, name, index)
                : takenInElement(of, name);
    }

    private @Nullable String takenInPackage(Element e, String name, IResourceDescriptions index) {
        QualifiedName now = names.getFullyQualifiedName(e);
        if (now == null) return null;
        QualifiedName then = now.skipLast(1).append(name);
        for (IEObjectDescription d :
                index.getExportedObjects(InfraPackage.Literals.ELEMENT, then, false))
            return "%s has a %s %s already, in %s"
                    .formatted(
                            now.getSegmentCount() == 1 ? "this folder" : now.skipLast(1),
                            Elements.kind(d.getEClass()),
                            name,
                            file(d.getEObjectURI()));
        return null;
    }

    private @Nullable String takenInElement(Referable of, String name) {
        EObject body = of.eContainer();
        Element element = Elements.elementOf(of instanceof Let ? body : of);
        if (element == null) return null;
        for (Element e : Family.line(element))
            for (Member m : Elements.members(e))
                if (m instanceof Referable r && r != of && name.equals(r.getName()))
                    return "%s %s has a %s %s already"
                            .formatted(Elements.kind(e), e.getName(), what(r), name);
        for (Member m : Elements.members(body))
            if (m instanceof Referable r && r != of && name.equals(r.getName()))
                return "there is a %s %s here already".formatted(what(r), name);
        Definition kind = library.registry().kind(Elements.kind(element));
        if (kind != null && body == element)
            for (Definition d : Registry.membersOf(kind))
                if (name.equals(d.getName()))
                    return "%s is %s of every %s".formatted(name, what(d), Elements.kind(element));
        return null;
    }

    /** Something else that the new name means in a place where the old one is used. */
    @Nullable String hidden(Use use, Set<URI> family, String name) {
        if (use.qualified()) return null;
        for (IEObjectDescription d :
                scopes.getScope(use.source(), use.reference())
                        .getElements(QualifiedName.create(name)))
            if (!family.contains(d.getEObjectURI()))
                return "%s means %s in line %d of %s"
                        .formatted(
                                name,
                                what(d.getEObjectOrProxy()) + " " + path(d),
                                use.line(),
                                file(use.source().eResource().getURI()));
        return null;
    }

    private String path(IEObjectDescription d) {
        EObject o = d.getEObjectOrProxy();
        String path = o instanceof Definition ? library.registry().path(o) : null;
        QualifiedName qualified = o.eIsProxy() ? null : names.getFullyQualifiedName(o);
        return path != null ? path : qualified != null ? qualified.toString() : d.getName() + "";
    }

    private static String what(EObject o) {
        return switch (o) {
            case Part p -> "role";
            case NamedBlock b -> "block";
            case Let l -> "let";
            case Element e -> Elements.kind(e);
            case AttributeDefinition a -> "an attribute";
            case BlockDefinition b -> "a block";
            case MetricDefinition m -> "a result";
            case LiteralDefinition l -> "a choice";
            default -> "a name";
        };
    }

    private static String file(URI uri) {
        return URI.decode(uri.trimFragment().lastSegment());
    }

    /** The addresses of some objects. */
    static Set<URI> uris(Iterable<? extends EObject> objects) {
        Set<URI> all = new java.util.HashSet<>();
        objects.forEach(o -> all.add(EcoreUtil.getURI(o)));
        return all;
    }
}
