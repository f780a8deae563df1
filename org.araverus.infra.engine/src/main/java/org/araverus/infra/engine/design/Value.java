// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/**
 * A number in SI units. Where it is not {@link State#KNOWN}, {@link #si()} throws {@link NotKnown}.
 *
 * @param spread half width of the 90 % interval, in the same unit; 0 for an exact value. Two values
 *     of one origin are one variable
 */
public record Value(State state, double number, double spread, Origin origin) {
    public static Value of(double si, double spread, Origin origin) {
        return new Value(State.KNOWN, si, spread, origin);
    }

    public static Value of(double si, Origin origin) {
        return of(si, 0, origin);
    }

    public static Value absent(Origin origin) {
        return new Value(State.ABSENT, Double.NaN, 0, origin);
    }

    public static Value unknown(Origin origin) {
        return new Value(State.UNKNOWN, Double.NaN, 0, origin);
    }

    public boolean isKnown() {
        return state == State.KNOWN;
    }

    public boolean isAbsent() {
        return state == State.ABSENT;
    }

    /** The number in SI; throws {@link NotKnown} where there is none. */
    public double si() {
        if (state != State.KNOWN) throw new NotKnown(origin);
        return number;
    }

    /** The number as a whole one; throws {@link NotKnown} where there is none. */
    public long count() {
        return Math.round(si());
    }

    /**
     * The number, or a default if nothing is written; throws {@link NotKnown} if what is written is
     * broken.
     */
    public double orElse(double otherwise) {
        return state == State.ABSENT ? otherwise : si();
    }
}
