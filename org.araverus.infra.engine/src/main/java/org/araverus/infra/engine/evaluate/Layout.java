// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.SortedMap;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Recompute;

/**
 * How a workload is cut over accelerators. Counts of ranks; {@code sequenceParallel} splits norms
 * over the tensor-parallel ranks, {@code zero} is what is sharded over copies (0 nothing, 1
 * optimizer, 2 and gradients, 3 and weights).
 */
public record Layout(
        int tp,
        int pp,
        int vpp,
        int cp,
        int ep,
        int dp,
        int microBatch,
        int zero,
        boolean sequenceParallel,
        Recompute recompute) {

    /** Accelerators of all ranks. */
    public long accelerators() {
        return (long) tp * pp * cp * dp;
    }

    /** What people want to read of it: the kinds of parallelism that are used, and dp. */
    public SortedMap<String, Long> shown() {
        SortedMap<String, Long> all = new TreeMap<>();
        all.put("tp", (long) tp);
        all.put("pp", (long) pp);
        all.put("dp", (long) dp);
        if (vpp > 1) all.put("vpp", (long) vpp);
        if (cp > 1) all.put("cp", (long) cp);
        if (ep > 1) all.put("ep", (long) ep);
        return all;
    }
}
