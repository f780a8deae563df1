// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import com.google.common.collect.Iterables;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalAcceptor;

/** Takes more than Xtext's hundred proposals, which the units alone would fill. */
public class InfraProposalAcceptor extends IdeContentProposalAcceptor {
    private static final int MOST = 500;

    @Override
    public boolean canAcceptMoreProposals() {
        return Iterables.size(getEntries()) < MOST;
    }
}
