// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.List;
import org.araverus.infra.engine.design.Recompute;
import org.jspecify.annotations.Nullable;

/**
 * How a row's run is cut, empty columns filled.
 *
 * @param zero null: what the stack does
 * @param sequenceParallel null: what the stack does
 * @param ladder what may be recomputed; the first that fits the memory counts
 */
record Cut(
        int tp,
        int pp,
        int vpp,
        int cp,
        int ep,
        int dp,
        int microBatch,
        @Nullable Integer zero,
        @Nullable Boolean sequenceParallel,
        List<Recompute> ladder) {

    /** For people: {@code tp 8 pp 16 vpp 8 dp 64}; what is 1 is left out, tp and dp never. */
    String shown() {
        StringBuilder s = new StringBuilder("tp " + tp);
        if (pp > 1) s.append(" pp ").append(pp);
        if (vpp > 1) s.append(" vpp ").append(vpp);
        if (cp > 1) s.append(" cp ").append(cp);
        if (ep > 1) s.append(" ep ").append(ep);
        return s.append(" dp ").append(dp).toString();
    }
}
