// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.linking;

import org.eclipse.xtext.linking.impl.ImportedNamesAdapter;
import org.eclipse.xtext.scoping.IScope;

/**
 * The names that a file asks others for. Whoever looks for a similar name walks over all of a
 * scope, which is meant so here and not worth a line in the log.
 */
public class ImportedNames extends ImportedNamesAdapter {
    @Override
    public IScope wrap(IScope scope) {
        return new WrappingScope(scope) {
            @Override
            protected void handleNoNameQuery() {
                // see above
            }
        };
    }
}
