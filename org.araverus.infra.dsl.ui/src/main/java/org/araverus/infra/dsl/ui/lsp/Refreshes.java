// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who shows answers of the server and asks again when it says that they may have changed. */
final class Refreshes {
    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    void add(Runnable ask) {
        all.add(ask);
    }

    void remove(Runnable ask) {
        all.remove(ask);
    }

    void run() {
        all.forEach(Runnable::run);
    }
}
