// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.Import;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.InfraPackage;
import org.araverus.infra.dsl.resource.Elements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/** The imports of one text, as changes of it. */
public final class Imports {
    private static final String KEYWORD = "import ";
    private static final String ALL = ".*";

    private final XtextResource resource;
    private final String text;
    private final List<Import> imports;
    private final @Nullable InfraFile file;

    /** Replaces a stretch by a text. */
    public record Change(int offset, int length, String text) {}

    /** The imports of a file as it is parsed. */
    public Imports(XtextResource resource) {
        this.resource = resource;
        text = resource.getParseResult().getRootNode().getText();
        file =
                resource.getContents().isEmpty()
                                || !(resource.getContents().get(0) instanceof InfraFile f)
                        ? null
                        : f;
        imports =
                file == null
                        ? List.of()
                        : file.getImports().stream()
                                .filter(i -> i.getImportedNamespace() != null)
                                .toList();
    }

    /** Whether the elements of a package are seen by their simple names. */
    public boolean sees(String packageName) {
        return packageName.isEmpty()
                || file != null && packageName.equals(file.getName())
                || imports.stream()
                        .anyMatch(i -> i.getImportedNamespace().equals(packageName + ALL));
    }

    /**
     * Another import: before the first one that follows it in the alphabet; of the first one behind
     * the package, or before all else.
     *
     * @param name {@code araverus.nvidia.*}
     */
    public Change add(String name) {
        String line = KEYWORD + name;
        if (imports.isEmpty()) return first(line);
        for (Import i : imports)
            if (i.getImportedNamespace().compareTo(name) > 0)
                return new Change(node(i).getOffset(), 0, line + "\n");
        ICompositeNode last = node(imports.get(imports.size() - 1));
        return new Change(last.getEndOffset(), 0, "\n" + line);
    }

    private Change first(String line) {
        var name =
                file == null
                        ? List.<INode>of()
                        : NodeModelUtils.findNodesForFeature(
                                file, InfraPackage.Literals.INFRA_FILE__NAME);
        if (!name.isEmpty()) return new Change(name.get(0).getEndOffset(), 0, "\n\n" + line);
        List<Element> elements = Elements.of(resource);
        int at = elements.isEmpty() ? text.length() : start(node(elements.get(0)).getOffset());
        return new Change(at, 0, line + "\n\n");
    }

    /** The line's start, and above it that of a comment which belongs to the element. */
    private int start(int offset) {
        int line = text.lastIndexOf('\n', offset - 1) + 1;
        String above = text.substring(0, line).stripTrailing();
        int comment = above.endsWith("*/") ? above.lastIndexOf("/**") : -1;
        return comment >= 0 ? text.lastIndexOf('\n', comment) + 1 : line;
    }

    /**
     * In the order of the alphabet, each once, without those that nothing needs; null where that is
     * so already, or where a comment stands between them.
     *
     * @param unused those that nothing needs
     */
    public @Nullable Change organized(Set<Import> unused) {
        if (imports.isEmpty()) return null;
        int from = node(imports.get(0)).getOffset();
        int to = node(imports.get(imports.size() - 1)).getEndOffset();
        String old = text.substring(from, to);
        if (hasMore(old)) return null;
        List<String> names = new ArrayList<>();
        for (Import i : imports)
            if (!unused.contains(i) && !names.contains(i.getImportedNamespace()))
                names.add(i.getImportedNamespace());
        names.sort(Comparator.naturalOrder());
        String sorted = String.join("\n", names.stream().map(n -> KEYWORD + n).toList());
        if (sorted.equals(old)) return null;
        if (!names.isEmpty()) return new Change(from, to - from, sorted);
        while (to < text.length() && Character.isWhitespace(text.charAt(to))) to++;
        return new Change(from, to - from, "");
    }

    /** Comments, or text that is no import. */
    private boolean hasMore(String between) {
        StringBuilder all = new StringBuilder();
        for (Import i : imports) {
            ICompositeNode n = node(i);
            all.append(text, n.getOffset(), n.getEndOffset());
        }
        return !withoutBlanks(between).equals(withoutBlanks(all.toString()));
    }

    private static String withoutBlanks(String s) {
        return s.replaceAll("\\s+", "");
    }

    private static ICompositeNode node(EObject o) {
        return NodeModelUtils.findActualNodeFor(o);
    }

    /** The import that stands at an offset; null if none does. */
    public @Nullable Import at(int offset) {
        for (Import i : imports)
            if (node(i).getOffset() <= offset && offset <= node(i).getEndOffset()) return i;
        return null;
    }
}
