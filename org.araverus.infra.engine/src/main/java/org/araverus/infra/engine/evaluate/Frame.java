// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Value;

/**
 * The working memory of an evaluation: one cell for each number, inputs first. A frame is used
 * again for any number of evaluations by one thread; nothing else is allocated on the way.
 */
public final class Frame {

    final double[] x;
    Probe probe = Probe.SILENT;
    boolean recording;
    Change change = Change.NONE;

    /** A frame for any plan. */
    public Frame() {
        x = new double[Cells.COUNT];
    }

    /** The number in a cell. */
    public double get(int cell) {
        return x[cell];
    }

    void watch(Probe watcher) {
        probe = watcher;
        recording = watcher.on;
    }

    void set(int out, double value, String formula, int a) {
        x[out] = value;
        if (recording) probe.saw(formula, this, out, a);
    }

    void set(int out, double value, String formula, int a, int b) {
        x[out] = value;
        if (recording) probe.saw(formula, this, out, a, b);
    }

    void set(int out, double value, String formula, int a, int b, int c) {
        x[out] = value;
        if (recording) probe.saw(formula, this, out, a, b, c);
    }

    void set(int out, double value, String formula, int a, int b, int c, int d) {
        x[out] = value;
        if (recording) probe.saw(formula, this, out, a, b, c, d);
    }

    void set(int out, double value, String formula, int a, int b, int c, int d, int e) {
        x[out] = value;
        if (recording) probe.saw(formula, this, out, a, b, c, d, e);
    }

    void set(int out, double value, String formula, int a, int b, int c, int d, int e, int g) {
        x[out] = value;
        if (recording) probe.saw(formula, this, out, a, b, c, d, e, g);
    }

    void set(
            int out,
            double value,
            String formula,
            int a,
            int b,
            int c,
            int d,
            int e,
            int g,
            int h) {
        x[out] = value;
        if (recording) probe.saw(formula, this, out, a, b, c, d, e, g, h);
    }

    void set(
            int out,
            double value,
            String formula,
            int a,
            int b,
            int c,
            int d,
            int e,
            int g,
            int h,
            int i) {
        x[out] = value;
        if (recording) probe.saw(formula, this, out, a, b, c, d, e, g, h, i);
    }

    /** A value that a text gives; throws where it gives none. */
    void given(int cell, Value v) {
        x[cell] = change.of(cell, v.si(), v.spread(), v.origin());
        if (recording) probe.given(this, cell, v.origin(), v.spread(), null);
    }

    /** A number that follows from what a text gives by a law. */
    void given(int cell, double value, Origin origin, String law) {
        x[cell] = value;
        if (recording) probe.given(this, cell, origin, 0, law);
    }

    /** A number from outside: a layout, a clock, a trial. */
    void input(int cell, double value, String law) {
        x[cell] = value;
        if (recording) probe.input(this, cell, law);
    }

    /** For the few formulas of more inputs: the caller has asked {@link #recording}. */
    void saw(String formula, int out, int... inputs) {
        probe.saw(formula, this, out, inputs);
    }

    /** The cell takes the number of another, and stands for it in a derivation. */
    void same(int out, int in) {
        x[out] = x[in];
        if (recording) probe.same(this, out, in);
    }
}
