// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** A range of values in SI: {@code 5..30 degC}. */
public record Span(State state, double low, double high, Origin origin) {
    public static Span of(double low, double high, Origin origin) {
        return new Span(State.KNOWN, low, high, origin);
    }

    public static Span none(State state, Origin origin) {
        return new Span(state, Double.NaN, Double.NaN, origin);
    }

    public boolean isKnown() {
        return state == State.KNOWN;
    }

    public boolean contains(double si) {
        if (!isKnown()) throw new NotKnown(origin);
        return low <= si && si <= high;
    }
}
