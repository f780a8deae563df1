// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.IMPORT__IMPORTED_NAMESPACE;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.INFRA_FILE;

import com.google.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.araverus.infra.dsl.infra.Import;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.linking.Distance;
import org.araverus.infra.dsl.resource.Library;
import org.araverus.infra.dsl.resource.SyntaxLines;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;

/** Imports that lead nowhere. Imports in a ring are harmless. */
class ImportChecks extends Checks {
    /** An import of what is not there; the data is what may be meant. */
    static final String UNKNOWN_IMPORT = InfraValidator.UNKNOWN_IMPORT;

    private static final String ALL = ".*";

    @Inject private Imported imported;
    @Inject private ResourceDescriptionsProvider descriptions;
    @Inject private Library library;
    @Inject private SyntaxLines lines;

    @Check
    public void imports(InfraFile file) {
        if (file.getImports().isEmpty()) return;
        Resource resource = file.eResource();
        IResourceDescriptions all = descriptions.getResourceDescriptions(resource);
        Set<String> packages = null;
        for (Import i : file.getImports()) {
            String name = i.getImportedNamespace();
            if (name == null || lines.hasError(i) || imported.leadsSomewhere(name, all)) continue;
            if (packages == null) packages = packages(all);
            report(i, name, packages);
        }
    }

    private Set<String> packages(IResourceDescriptions all) {
        Set<String> found = new TreeSet<>(library.packages());
        for (IEObjectDescription d : all.getExportedObjectsByType(INFRA_FILE))
            found.add(d.getQualifiedName().toString());
        return found;
    }

    private void report(Import i, String name, Set<String> packages) {
        boolean wildcard = name.endsWith(ALL);
        String plain = wildcard ? name.substring(0, name.length() - ALL.length()) : name;
        if (!wildcard && packages.contains(plain)) {
            error(plain + " is a package; write  import " + plain + ALL, i, plain + ALL);
            return;
        }
        String said = wildcard ? "no package " + plain : "no element " + plain;
        String meant = wildcard ? nearest(plain, packages) : null;
        error(
                meant == null ? said : said + "; did you mean " + meant + "?",
                i,
                meant == null ? "" : meant + ALL);
    }

    private void error(String message, Import i, String meant) {
        error(message, i, IMPORT__IMPORTED_NAMESPACE, UNKNOWN_IMPORT, meant);
    }

    private static @Nullable String nearest(String name, Set<String> packages) {
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String p : packages) {
            int distance = Distance.between(name, p, least);
            if (distance < least) {
                least = distance;
                best = p;
            }
        }
        return best;
    }
}
