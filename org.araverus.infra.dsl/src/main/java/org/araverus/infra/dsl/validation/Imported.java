// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ELEMENT;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.INFRA_FILE;

import com.google.inject.Inject;
import org.araverus.infra.dsl.resource.Library;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;

/** Whether imports lead somewhere: to a package, or with a whole name to an element. */
class Imported {
    static final String ALL = ".*";

    @Inject private ResourceDescriptionsProvider descriptions;
    @Inject private IQualifiedNameConverter names;
    @Inject private Library library;

    /** Seen from a file of the workspace or of the library. */
    boolean leadsSomewhere(String name, Resource from) {
        return leadsSomewhere(name, descriptions.getResourceDescriptions(from));
    }

    boolean leadsSomewhere(String name, IResourceDescriptions all) {
        boolean wildcard = name.endsWith(ALL);
        QualifiedName q =
                names.toQualifiedName(
                        wildcard ? name.substring(0, name.length() - ALL.length()) : name);
        if (wildcard)
            return library.packages().contains(q.toString())
                    || all.getExportedObjects(INFRA_FILE, q, false).iterator().hasNext();
        return all.getExportedObjects(ELEMENT, q, false).iterator().hasNext()
                || library.index().getExportedObjects(ELEMENT, q, false).iterator().hasNext();
    }
}
