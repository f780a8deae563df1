// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Asks the client to ask again for hints and lenses, since an edit elsewhere changes them too. */
public final class Refresh {
    private @Nullable LanguageClient client;
    private boolean hints;
    private boolean lenses;
    private boolean changed;

    synchronized void connect(LanguageClient client) {
        this.client = client;
    }

    /** What the client can. */
    public synchronized void with(@Nullable ClientCapabilities can) {
        var workspace = can == null ? null : can.getWorkspace();
        if (workspace == null) return;
        var hint = workspace.getInlayHint();
        hints = hint != null && Boolean.TRUE.equals(hint.getRefreshSupport());
        var lens = workspace.getCodeLens();
        lenses = lens != null && Boolean.TRUE.equals(lens.getRefreshSupport());
    }

    synchronized void changed() {
        changed = true;
    }

    /** Sends what is due, once all is worked off. */
    synchronized void send(boolean quiet) {
        if (!quiet || !changed || client == null) return;
        changed = false;
        if (hints) client.refreshInlayHints();
        if (lenses) client.refreshCodeLenses();
    }
}
