// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.IMPORT__IMPORTED_NAMESPACE;

import java.util.HashSet;
import java.util.Set;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.Import;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.validation.TextFinding.Change;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Imports that nothing in their file needs. */
@Rule(
        summary = "Nothing in the file needs an import",
        severity = Severity.NOTE,
        layer = Layer.TEXT,
        since = "0.1")
public final class UnusedImport extends TextRule {
    private static final String ALL = ".*";

    @Override
    public void check(InfraFile file, TextFindings findings) {
        // while names are open, an import may be what they wait for
        if (file.getImports().isEmpty() || !file.eResource().getErrors().isEmpty()) return;
        Set<String> used = used(file);
        Set<String> seen = new HashSet<>();
        for (Import i : file.getImports()) {
            String name = i.getImportedNamespace();
            if (name == null) continue;
            // one that is misspelt has its own message
            if (!leadsSomewhere(name, file.eResource())) continue;
            boolean again = !seen.add(name);
            if (again || !used.contains(name))
                report(
                        i,
                        again
                                ? "import " + name + " stands here twice"
                                : "nothing here is of " + name.replace(ALL, ""),
                        findings);
        }
    }

    private static boolean leadsSomewhere(String name, Resource from) {
        return !(from instanceof XtextResource x)
                || x.getResourceServiceProvider().get(Imported.class).leadsSomewhere(name, from);
    }

    private void report(Import i, String message, TextFindings findings) {
        var draft = findings.report(this, i, IMPORT__IMPORTED_NAMESPACE, message);
        ICompositeNode node = NodeModelUtils.findActualNodeFor(i);
        if (node != null) draft.fix("remove the import", line(node));
    }

    /** The whole line, if nothing else stands on it. */
    private static Change line(ICompositeNode node) {
        String text = node.getRootNode().getText();
        int from = node.getOffset();
        int to = node.getEndOffset();
        int start = text.lastIndexOf('\n', from - 1) + 1;
        int end = text.indexOf('\n', to);
        end = end < 0 ? text.length() : end + 1;
        boolean alone = (text.substring(start, from) + text.substring(to, end)).isBlank();
        return alone ? new Change(start, end - start, "") : new Change(from, to - from, "");
    }

    /** What each element that is named could have been imported by: itself and its package. */
    private static Set<String> used(InfraFile file) {
        Set<String> all = new HashSet<>();
        for (var i = EcoreUtil.getAllContents(file, true); i.hasNext(); )
            if (i.next() instanceof EObject o)
                for (EObject target : o.eCrossReferences())
                    if (target instanceof Element e
                            && !target.eIsProxy()
                            && e.getName() != null
                            && (e instanceof Declaration || e.eContainer() instanceof InfraFile))
                        add(e, file, all);
        return all;
    }

    private static void add(Element e, InfraFile file, Set<String> all) {
        if (!(EcoreUtil.getRootContainer(e) instanceof InfraFile other)
                || other.getName() == null
                || other.getName().equals(file.getName())) return;
        all.add(other.getName() + ALL);
        all.add(other.getName() + "." + e.getName());
    }
}
