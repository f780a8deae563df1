// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.symbols;

import com.google.common.base.Predicate;
import com.google.inject.Singleton;
import org.araverus.infra.dsl.infra.InfraFile;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.ide.server.occurrences.DefaultDocumentHighlightService;

/** Uses of a name in a text; functions and annotations too, which stand in no other object. */
@Singleton
public class Highlights extends DefaultDocumentHighlightService {
    @Override
    protected Predicate<EObject> getSelectedElementFilter() {
        return o -> !(o instanceof InfraFile);
    }
}
