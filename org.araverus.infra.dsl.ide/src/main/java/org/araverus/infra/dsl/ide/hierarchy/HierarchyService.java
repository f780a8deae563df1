// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.hierarchy;

import com.google.gson.JsonPrimitive;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.araverus.infra.dsl.ide.symbols.Kinds;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.InfraPackage;
import org.araverus.infra.dsl.resource.Catalog;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.resource.Library;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * The line of descent of an element. An item remembers its element and the document from which it
 * was asked for, since an element of the library is in no workspace.
 */
@Singleton
public class HierarchyService {
    @Inject private EObjectAtOffsetHelper offsets;
    @Inject private DocumentExtensions places;
    @Inject private ResourceDescriptionsProvider descriptions;
    @Inject private Library library;

    /** The document from which an item was asked for; null of one that is none of ours. */
    public static @Nullable String document(TypeHierarchyItem item) {
        String data = data(item);
        int blank = data.indexOf(' ');
        return blank < 0 ? null : data.substring(0, blank);
    }

    private static String data(TypeHierarchyItem item) {
        return item.getData() instanceof JsonPrimitive p
                ? p.getAsString()
                : item.getData() instanceof String s ? s : "";
    }

    /** The element that is named at a position, else the one around it; none without one. */
    public List<TypeHierarchyItem> at(Document text, XtextResource resource, Position position) {
        if (resource.getParseResult() == null) return List.of();
        EObject found = offsets.resolveElementAt(resource, text.getOffSet(position));
        Element e = found instanceof Element named ? named : Elements.elementOf(found);
        return e == null || e.getName() == null || !hasDescent(e)
                ? List.of()
                : List.of(item(e, resource.getURI().toString()));
    }

    private static boolean hasDescent(Element e) {
        return e.eClass().getEStructuralFeature("superType") != null;
    }

    /** What an element extends. */
    public List<TypeHierarchyItem> above(TypeHierarchyItem item, XtextResource from) {
        Element e = element(item, from);
        Element above = e == null ? null : Elements.superOf(e);
        return above == null ? List.of() : List.of(item(above, from.getURI().toString()));
    }

    /** What extends an element, in the workspace and in the library. */
    public List<TypeHierarchyItem> below(TypeHierarchyItem item, XtextResource from) {
        Element e = element(item, from);
        if (e == null) return List.of();
        Set<Element> all = new LinkedHashSet<>();
        for (IEObjectDescription d :
                descriptions.getResourceDescriptions(from).getExportedObjectsByType(e.eClass()))
            if (EcoreUtil.resolve(d.getEObjectOrProxy(), from.getResourceSet())
                            instanceof Element heir
                    && Elements.superOf(heir) == e) all.add(heir);
        if (Library.owns(e.eResource().getURI())) ofTheLibrary(e, all);
        return all.stream().map(heir -> item(heir, from.getURI().toString())).toList();
    }

    /** Only files in which the words stand are loaded. */
    private void ofTheLibrary(Element e, Set<Element> into) {
        Set<String> files = new TreeSet<>();
        for (Catalog.Entry entry : Catalog.entries()) files.add(entry.file());
        for (String file : files)
            if (text(file).contains("extends " + e.getName()))
                for (Element heir :
                        Elements.of(library.file(URI.createURI(Library.SCHEME + ":/" + file))))
                    if (Elements.superOf(heir) == e) into.add(heir);
    }

    private static String text(String file) {
        try (InputStream in = Library.class.getResourceAsStream("/" + file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Element element(TypeHierarchyItem item, XtextResource from) {
        String data = data(item);
        URI uri = URI.createURI(data.substring(data.indexOf(' ') + 1));
        if (uri.fragment() == null) return null;
        EObject found =
                Library.owns(uri)
                        ? library.file(uri).getEObject(uri.fragment())
                        : ownElement(uri, from);
        return found instanceof Element e && e.getName() != null ? e : null;
    }

    private @Nullable EObject ownElement(URI uri, XtextResource from) {
        boolean known =
                descriptions
                                .getResourceDescriptions(from)
                                .getResourceDescription(uri.trimFragment())
                        != null;
        return known ? from.getResourceSet().getEObject(uri, true) : null;
    }

    private TypeHierarchyItem item(Element e, String document) {
        Location whole = places.newFullLocation(e);
        Location name = places.newLocation(e, InfraPackage.Literals.REFERABLE__NAME, -1);
        TypeHierarchyItem item =
                new TypeHierarchyItem(
                        e.getName(),
                        Kinds.of(e.eClass()),
                        name.getUri(),
                        whole.getRange(),
                        name.getRange());
        String in =
                EcoreUtil.getRootContainer(e) instanceof InfraFile f && f.getName() != null
                        ? "  " + f.getName()
                        : "";
        item.setDetail(Elements.kind(e) + in);
        item.setData(document + " " + EcoreUtil.getURI(e));
        return item;
    }
}
