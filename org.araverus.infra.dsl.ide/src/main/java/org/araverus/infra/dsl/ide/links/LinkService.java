// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.links;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araverus.infra.dsl.ide.pages.Copies;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.araverus.infra.dsl.ide.text.Lines;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.Import;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.InfraPackage;
import org.araverus.infra.dsl.infra.Setting;
import org.araverus.infra.dsl.infra.Text;
import org.araverus.infra.dsl.resource.Catalog;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;
import org.eclipse.xtext.util.CancelIndicator;
import org.jspecify.annotations.Nullable;

/**
 * Links of a text: an import opens the file that it is of, the first one of a package; the id of a
 * rule its page; an address in a comment or a text itself.
 */
@Singleton
public class LinkService {
    private static final String ALL = ".*";
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s\"<>]*[^\\s\"<>.,;:)\\]]");

    @Inject private UriExtensions uris;
    @Inject private IQualifiedNameConverter names;
    @Inject private ResourceDescriptionsProvider descriptions;

    /** All links, in the order of the text within each sort. */
    public List<DocumentLink> of(
            Document document, XtextResource resource, CancelIndicator cancel) {
        List<DocumentLink> all = new ArrayList<>();
        if (resource.getParseResult() == null) return all;
        Lines lines = new Lines(document.getContents());
        if (!resource.getContents().isEmpty()
                && resource.getContents().get(0) instanceof InfraFile file)
            for (Import i : file.getImports()) imported(i, resource, lines, all);
        for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
            String text = leaf.getText();
            if (text.contains("://")) addresses(leaf, lines, all);
            else if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\""))
                rule(leaf, lines, all);
        }
        return all;
    }

    // ---- imports

    private void imported(Import i, XtextResource resource, Lines lines, List<DocumentLink> into) {
        String name = i.getImportedNamespace();
        List<INode> nodes =
                NodeModelUtils.findNodesForFeature(
                        i, InfraPackage.Literals.IMPORT__IMPORTED_NAMESPACE);
        if (name == null || nodes.isEmpty()) return;
        Optional<String> target =
                name.endsWith(ALL) ? ofPackage(name, resource) : of(name, resource);
        target.ifPresent(
                t ->
                        into.add(
                                link(
                                        lines.range(
                                                nodes.get(0).getOffset(),
                                                nodes.get(0).getEndOffset()),
                                        t,
                                        "open " + name)));
    }

    private Optional<String> ofPackage(String name, XtextResource resource) {
        String plain = name.substring(0, name.length() - ALL.length());
        return own(plain, InfraPackage.Literals.INFRA_FILE, resource)
                .or(
                        () ->
                                Catalog.entries().stream()
                                        .filter(e -> e.packageName().equals(plain))
                                        .findFirst()
                                        .map(e -> Copies.library(e.file())));
    }

    private Optional<String> of(String name, XtextResource resource) {
        return own(name, InfraPackage.Literals.ELEMENT, resource)
                .or(
                        () ->
                                Catalog.entries().stream()
                                        .filter(e -> e.name().equals(name))
                                        .findFirst()
                                        .map(e -> Copies.library(e.file())));
    }

    private Optional<String> own(String name, EClass type, XtextResource resource) {
        for (IEObjectDescription d :
                descriptions
                        .getResourceDescriptions(resource)
                        .getExportedObjects(type, names.toQualifiedName(name), false))
            if (!d.getEObjectURI().trimFragment().equals(resource.getURI()))
                return Optional.of(uris.toUriString(d.getEObjectURI().trimFragment()));
        return Optional.empty();
    }

    // ---- pages and addresses

    private static void rule(ILeafNode leaf, Lines lines, List<DocumentLink> into) {
        EObject at = NodeModelUtils.findActualSemanticObjectFor(leaf);
        boolean names =
                at instanceof Setting
                        || at instanceof Text
                                && at.eContainer() instanceof Annotation a
                                && a.getArguments().get(0) == at;
        if (!names) return;
        String id = leaf.getText().substring(1, leaf.getText().length() - 1);
        RulePages.address(id)
                .ifPresent(
                        page ->
                                into.add(
                                        link(
                                                lines.range(
                                                        leaf.getOffset() + 1,
                                                        leaf.getEndOffset() - 1),
                                                page,
                                                RulePages.summary(id))));
    }

    private static void addresses(ILeafNode leaf, Lines lines, List<DocumentLink> into) {
        Matcher m = ADDRESS.matcher(leaf.getText());
        while (m.find())
            into.add(
                    link(
                            lines.range(leaf.getOffset() + m.start(), leaf.getOffset() + m.end()),
                            m.group(),
                            null));
    }

    private static DocumentLink link(Range range, String target, @Nullable String tooltip) {
        DocumentLink l = new DocumentLink(range, target);
        l.setTooltip(tooltip);
        return l;
    }
}
