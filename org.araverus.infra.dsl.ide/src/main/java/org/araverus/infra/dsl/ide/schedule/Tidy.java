// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Gives memory back while nothing waits. The serial collector, with which the command starts
 * fastest, lets its old generation grow to the end of the heap before it looks at it: ten times of
 * what a workspace needs.
 */
final class Tidy {
    private static final long LEAST = 80L << 20;
    private static final String OLD_OF_SERIAL = "Tenured Gen";

    private @Nullable MemoryPoolMXBean old;
    private boolean looked;
    private long live;

    /** Collects if garbage may be as much as what is in use; a tenth of a second, seldom. */
    void now() {
        if (!looked) old = find();
        looked = true;
        MemoryPoolMXBean pool = old;
        if (pool == null || pool.getUsage().getUsed() < Math.max(LEAST, 2 * live)) return;
        System.gc();
        live = pool.getUsage().getUsed();
    }

    private static @Nullable MemoryPoolMXBean find() {
        for (MemoryPoolMXBean p : ManagementFactory.getMemoryPoolMXBeans())
            if (p.getName().equals(OLD_OF_SERIAL)) return p;
        return null;
    }
}
