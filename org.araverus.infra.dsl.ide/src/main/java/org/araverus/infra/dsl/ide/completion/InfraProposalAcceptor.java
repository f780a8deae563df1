// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalAcceptor;

/** Takes the whole catalog, where Xtext's takes a hundred, in the order of their ranks. */
public class InfraProposalAcceptor extends IdeContentProposalAcceptor {
    private static final int MOST = 2000;

    private boolean full;

    @Override
    public void accept(ContentAssistEntry entry, int priority) {
        super.accept(
                entry,
                entry != null && entry.getSource() instanceof Ranked r ? r.rank() : priority);
    }

    @Override
    public boolean canAcceptMoreProposals() {
        full = entries.size() >= MOST;
        return !full;
    }

    @Override
    public boolean didAcceptAllProposals() {
        return !full;
    }
}
