// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.araverus.infra.engine.design.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Watches an evaluation: each result with the id of its formula and the cells it was made from.
 *
 * <p>Callers ask {@link #on} first, so that the silent probe costs nothing.
 */
public abstract sealed class Probe permits Probe.Silent, Recording {

    /** Sees nothing. */
    public static final Probe SILENT = new Silent();

    /** Whether results are recorded. */
    public final boolean on;

    Probe(boolean on) {
        this.on = on;
    }

    /**
     * A formula put its result into cell {@code out}; {@code inputs} in the order of its
     * parameters.
     */
    abstract void saw(String formula, Frame frame, int out, int... inputs);

    /** Cell {@code out} stands for the same number as cell {@code in}. */
    abstract void same(Frame frame, int out, int in);

    /** Another layout is loaded. */
    abstract void layout(Layout layout);

    /** Cell {@code out} holds a new input that follows a law. */
    abstract void input(Frame frame, int out, String law);

    /** Cell {@code out} holds an input that a text gives, or that follows from it by a law. */
    abstract void given(Frame frame, int out, Origin origin, double spread, @Nullable String law);

    /** The probe that sees nothing. */
    static final class Silent extends Probe {

        private Silent() {
            super(false);
        }

        @Override
        void saw(String formula, Frame frame, int out, int... inputs) {}

        @Override
        void same(Frame frame, int out, int in) {}

        @Override
        void layout(Layout layout) {}

        @Override
        void input(Frame frame, int out, String law) {}

        @Override
        void given(Frame frame, int out, Origin origin, double spread, @Nullable String law) {}
    }
}
