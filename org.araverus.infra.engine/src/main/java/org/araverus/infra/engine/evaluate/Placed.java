// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Precision;
import org.araverus.infra.engine.design.Workload;
import org.jspecify.annotations.Nullable;

/** One placement, lowered and cut; or the reason why that is not possible. */
final class Placed {

    final Design design;
    final Placement placement;
    final Assumptions assumptions;
    final Workload workload;
    final Selection host;
    final Accelerator accelerator;
    final boolean serves;
    final Plan plan;
    final Cut cut;

    private Placed(Design design, Placement placement, Assumptions assumptions) throws NoResult {
        this.design = design;
        this.placement = placement;
        this.assumptions = assumptions;
        workload = design.get(placement.workload());
        host = Selection.of(design, placement.host());
        Accelerator one = host.accelerator();
        if (one == null)
            throw new NoResult(
                    host.accelerators() == 0
                            ? placement.host() + " has no accelerators"
                            : placement.host() + " has more than one kind of accelerator");
        accelerator = one;
        serves = workload.mode().get() == Mode.serves;
        plan = Lowering.lower(design, placement, host, assumptions);
        if (plan.traits().levels() == 0 && host.accelerators() > 1)
            throw new NoResult("no network connects the accelerators of " + placement.host());
        cut = Cut.of(this);
    }

    /** Lowers a placement; throws {@link NoResult} with the reason where that is not possible. */
    static Placed of(Design design, Placement placement, Assumptions assumptions) throws NoResult {
        try {
            return new Placed(design, placement, assumptions);
        } catch (NotKnown e) {
            throw new NoResult(missing(design, e));
        }
    }

    private static String missing(Design design, NotKnown e) {
        String element = e.origin().element();
        String name = element.substring(element.lastIndexOf('.') + 1);
        String attribute = e.origin().attribute();
        return attribute.isEmpty()
                ? name + " is not known"
                : attribute + " of " + name + " is not known";
    }

    /** The element that the placement's address begins at. */
    Element element() {
        Element e = design.elements().get(placement.host().element());
        if (e == null) throw new IllegalStateException("a host that was selected");
        return e;
    }

    /** The number format of matrix products. */
    Precision precision() {
        return workload.precision().orElse(Precision.bf16);
    }

    /** The cell of the tokens that are paid for: written, or trained and kept. */
    int tokens() {
        return serves ? Cells.THROUGHPUT : Cells.KEPT_THROUGHPUT;
    }

    /** Bytes that a run may hold: serving engines leave a part of the memory alone. */
    double memoryLimit() {
        double[] values = plan.values();
        return serves ? values[Cells.CAPACITY] * values[Cells.RESERVED] : values[Cells.CAPACITY];
    }

    /** Whether prompts are read by engines of their own. */
    boolean apart() {
        return serves && cut.prompts() != cut.answers();
    }

    /** Evaluates into a frame; re-runs pass other inputs. */
    void evaluate(Plan inputs, OperatingPoint point, Probe probe, Frame f) {
        f.watch(probe);
        if (serves) {
            ServingState.evaluate(f, inputs, cut.prompts(), cut.answers(), cut.load(), point);
        } else {
            Evaluator.training(inputs, cut.training(), point, probe, f);
        }
    }

    /** Why a placement has no result, as people read it. */
    static final class NoResult extends Exception {
        private static final long serialVersionUID = 1;

        NoResult(String reason) {
            super(reason);
        }

        /** The reason. */
        String reason() {
            String m = getMessage();
            return m == null ? "" : m;
        }
    }

    /**
     * How a placement is cut.
     *
     * @param training null for serving
     * @param prompts engines that read prompts; the same as {@code answers} where those do
     * @param servingLoad what keeps the engines busy; null for training
     */
    record Cut(
            @Nullable Layout layout,
            ServingState.@Nullable Engines promptEngines,
            ServingState.@Nullable Engines answerEngines,
            ServingState.@Nullable Load servingLoad) {

        static Cut of(Placed p) throws NoResult {
            return p.serves ? ServingCut.of(p) : new Cut(TrainingCut.of(p), null, null, null);
        }

        /** The layout of training. */
        Layout training() {
            return required(layout);
        }

        /** Engines that read prompts. */
        ServingState.Engines prompts() {
            return required(promptEngines);
        }

        /** Engines that write answers. */
        ServingState.Engines answers() {
            return required(answerEngines);
        }

        /** What keeps the engines of a serving workload busy. */
        ServingState.Load load() {
            return required(servingLoad);
        }

        private static <T> T required(@Nullable T value) {
            if (value == null) throw new IllegalStateException("another mode of workload");
            return value;
        }
    }
}
