// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Recompute;
import org.jspecify.annotations.Nullable;

/** Fills the empty columns of one row and notes which law said what. */
final class Laws {
    private static final int MOST_INTERLEAVED = 12;

    private final Row row;
    private final String stack;
    private final Family family;
    private final Map<Law, String> used = new EnumMap<>(Law.class);

    Laws(Row row) {
        this.row = row;
        this.stack = stack(row);
        this.family = Family.of(stack);
        if (!stack.equals(row.text(Column.STACK))) used.put(Law.STACK, stack);
    }

    private static String stack(Row row) {
        String given = row.text(Column.STACK);
        boolean shards = row.count(Column.ZERO_STAGE, 0) > 0;
        return given.equals(Family.MEGATRON_LM.title()) && shards
                ? Family.MEGATRON_CORE.title() + " without overlap"
                : given;
    }

    /** The row's stack, by the name that the catalog may know. */
    String stack() {
        return stack;
    }

    /** What was filled in so far. */
    Map<Law, String> used() {
        return Collections.unmodifiableMap(used);
    }

    /** Notes a law that another part applied. */
    void note(Law law, String value) {
        used.put(law, value);
    }

    /** The layout. */
    Cut cut() throws NotExpressed {
        int tp = needed(Column.TP);
        int pp = needed(Column.PP);
        int cp = filled(Column.CP, Law.CP, 1);
        int gpus = row.count(Column.GPUS, 0);
        if (gpus % (tp * pp * cp) != 0)
            throw new NotExpressed("tp x pp x cp does not divide the accelerators");
        int dp = filled(Column.DP, Law.DP, gpus / (tp * pp * cp));
        if (tp * pp * cp * dp != gpus)
            throw new NotExpressed("tp x pp x cp x dp is not the number of accelerators");
        return new Cut(
                tp,
                pp,
                vpp(pp),
                cp,
                filled(Column.EP, Law.EP, 1),
                dp,
                filled(Column.MICRO_BATCH, Law.MICRO_BATCH, 1),
                zero(dp),
                sequenceParallel(tp),
                ladder());
    }

    /** A column for which there is no law. */
    int needed(Column c) throws NotExpressed {
        Integer n = row.count(c);
        if (n == null) throw new NotExpressed(c.title() + " is not known");
        return n;
    }

    private int filled(Column c, Law law, int value) {
        Integer given = row.count(c);
        if (given != null) return given;
        used.put(law, Integer.toString(value));
        return value;
    }

    private int vpp(int pp) {
        Integer given = row.count(Column.VPP);
        if (given != null) return given;
        if (pp == 1) return 1;
        int v = family.interleaves() ? interleave(pp, row.count(Column.LAYERS, 0)) : 1;
        used.put(Law.VPP, Integer.toString(v));
        return v;
    }

    private static int interleave(int pp, int layers) {
        for (int v = MOST_INTERLEAVED; v > 1; v--)
            if (layers % (pp * v) == 0 || (layers + 2) % (pp * v) == 0) return v;
        return 1;
    }

    private @Nullable Integer zero(int dp) throws NotExpressed {
        int shards = row.count(Column.FSDP, 0);
        if (shards > 1 && shards != dp)
            throw new NotExpressed("the language cannot shard over a part of the copies");
        Integer given = row.count(Column.ZERO_STAGE);
        if (given != null) return given;
        Integer z = shards > 1 ? Integer.valueOf(3) : zeroOfStack();
        used.put(Law.ZERO_STAGE, z == null ? "the stack's" : z.toString());
        return z;
    }

    private @Nullable Integer zeroOfStack() {
        if (family.distributesOptimizer()) return 1;
        return family == Family.MEGATRON_LM ? 0 : null;
    }

    private @Nullable Boolean sequenceParallel(int tp) {
        Integer given = row.count(Column.SEQUENCE_PARALLEL);
        if (given != null) return given == 1;
        if (tp == 1) return false;
        used.put(Law.SEQUENCE_PARALLEL, family.splitsNorms() ? "1" : "the stack's");
        return family.splitsNorms() ? Boolean.TRUE : null;
    }

    private List<Recompute> ladder() {
        if (row.has(Column.RECOMPUTE))
            return List.of(Recompute.valueOf(row.text(Column.RECOMPUTE)));
        if (family.recomputesModules()) return List.of(Recompute.none, Recompute.modules);
        return List.of(Recompute.none, Recompute.selective, Recompute.full);
    }

    /** Whether the row's model has latent attention, as the catalog says. */
    boolean latent(Shelf shelf) {
        return shelf.latent().contains(shelf.named(row.text(Column.MODEL)).orElse(""));
    }

    /** Whether the row's model has experts, as the catalog says. */
    boolean experts(Shelf shelf) {
        return shelf.sparse().contains(shelf.named(row.text(Column.MODEL)).orElse(""));
    }
}
