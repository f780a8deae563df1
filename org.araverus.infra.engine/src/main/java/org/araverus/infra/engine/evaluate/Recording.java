// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.jspecify.annotations.Nullable;

/** The probe that keeps each result as a node of a derivation. */
final class Recording extends Probe {

    private final @Nullable Derivation[] nodes = new Derivation[Cells.COUNT];
    private final Assumptions assumptions;
    private @Nullable Plan plan;
    private @Nullable Workload workload;
    private Workload.@Nullable Engines promptEngines;
    private @Nullable Layout prompts;
    private boolean readsPrompts;

    /** With the list of what is filled in, which has the laws. */
    Recording(Assumptions assumptions) {
        super(true);
        this.assumptions = assumptions;
    }

    /** Begins another placement: nothing of an earlier one is left. */
    Recording of(Placed p) {
        of(p.plan);
        workload = p.workload;
        boolean apart = p.serves && p.cut.prompts() != p.cut.answers();
        prompts = apart ? p.cut.prompts().layout() : null;
        promptEngines = apart ? p.workload.prefill() : p.workload.decode();
        readsPrompts = false;
        return this;
    }

    /** Begins another plan, of a layout that no workload gives. */
    Recording of(Plan other) {
        Arrays.fill(nodes, null);
        plan = other;
        workload = null;
        return this;
    }

    @Override
    void saw(String formula, Frame frame, int out, int... inputs) {
        List<Derivation> from = new ArrayList<>(inputs.length);
        for (int input : inputs) from.add(node(frame, input));
        nodes[out] = Derivation.made(Cells.name(out), frame.x[out], formula, from);
    }

    @Override
    void same(Frame frame, int out, int in) {
        Derivation node = node(frame, in);
        nodes[out] = node.formula() == null ? node : node.named(Cells.name(out));
    }

    @Override
    void layout(Layout layout) {
        readsPrompts = layout == prompts;
    }

    @Override
    void input(Frame frame, int out, String law) {
        Origin o = out < INPUTS && plan != null ? plan.origins()[out] : Origin.NOWHERE;
        nodes[out] = law.equals(Laws.LAYOUT) ? cut(frame, out) : leaf(out, frame.x[out], 0, o, law);
    }

    @Override
    void given(Frame frame, int out, Origin origin, double spread, @Nullable String law) {
        nodes[out] = leaf(out, frame.x[out], spread, origin, law);
    }

    /** A cell holds a number of an earlier evaluation. */
    void place(int out, Derivation node) {
        nodes[out] = node;
    }

    /** The node of the number that a cell holds now. */
    Derivation node(Frame frame, int cell) {
        Derivation node = nodes[cell];
        if (node == null) {
            node = input(frame, cell);
            nodes[cell] = node;
        }
        return node;
    }

    private Derivation input(Frame frame, int cell) {
        double value = frame.x[cell];
        if (plan == null || cell >= INPUTS) {
            return leaf(cell, value, 0, Origin.NOWHERE, Laws.of(cell));
        }
        Derivation made = plan.made()[cell];
        if (made != null) return made;
        String law = plan.laws()[cell];
        if (law == null) law = Laws.of(cell);
        return leaf(cell, value, plan.spreads()[cell], plan.origins()[cell], law);
    }

    /** An input: of what nobody wrote, the law by which it is filled in. */
    private Derivation leaf(
            int cell, double value, double spread, Origin origin, @Nullable String law) {
        String filled = assumptions.law(origin);
        return new Derivation(
                Cells.name(cell),
                value,
                CellUnits.of(cell),
                null,
                List.of(),
                origin.equals(Origin.NOWHERE) ? null : origin,
                spread,
                filled == null ? law : filled);
    }

    /** A number of a layout. */
    private Derivation cut(Frame frame, int cell) {
        double value = frame.x[cell];
        Value written = written(cell);
        if (written == null) return leaf(cell, value, 0, Origin.NOWHERE, law(cell));
        if (written.isKnown() && written.si() == value) {
            return leaf(cell, value, 0, written.origin(), null);
        }
        if (cell == DP && !readsRequests()) {
            List<Derivation> from = new ArrayList<>();
            for (int c : new int[] {ACCELERATORS, TP, PP, CP}) from.add(node(frame, c));
            return Derivation.made(Cells.name(cell), value, "layout.copies", from);
        }
        return leaf(cell, value, 0, written.origin(), law(cell));
    }

    private boolean readsRequests() {
        return plan != null && plan.traits().serves();
    }

    private static String law(int cell) {
        if (cell == CLOCK || cell == RATED_CLOCK) return "rated clock";
        if (cell == REPLICAS || cell == PREFILL_REPLICAS)
            return "as many as the placement has room for";
        if (cell == EP) return "1, or all ranks of an engine that share its experts";
        if (cell == VPP) return "1 where nothing is written, or where there is one stage";
        return "1 where nothing is written";
    }

    private @Nullable Value written(int cell) {
        Workload w = workload;
        if (w == null) return null;
        if (cell == MICRO) return readsRequests() ? null : w.microBatch();
        if (!readsRequests()) return training(w.parallel(), cell);
        if (cell == PREFILL_REPLICAS) {
            return promptEngines == null ? null : promptEngines.replicas();
        }
        return serving(readsPrompts ? w.prefill() : w.decode(), cell);
    }

    private static @Nullable Value training(Workload.Parallel p, int cell) {
        if (cell == TP) return p.tp();
        if (cell == PP) return p.pp();
        if (cell == VPP) return p.vpp();
        if (cell == CP) return p.cp();
        if (cell == EP) return p.ep();
        return cell == DP ? p.dp() : null;
    }

    private static @Nullable Value serving(Workload.Engines e, int cell) {
        if (cell == TP) return e.tp();
        if (cell == PP) return e.pp();
        if (cell == EP) return e.ep();
        if (cell == DP) return e.dp();
        return cell == REPLICAS ? e.replicas() : null;
    }
}
