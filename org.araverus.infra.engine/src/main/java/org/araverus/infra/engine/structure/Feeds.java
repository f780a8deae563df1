// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Redundancy;
import org.araverus.infra.engine.physics.Power;

/**
 * The feeds of a rack.
 *
 * @param count all of them
 * @param spare those that may fail
 * @param limit of one, W
 * @param derating share of the limit that may be used without end
 */
public record Feeds(double count, double spare, double limit, double derating) {
    /** NEC 210.20(A): a continuous load takes at most 80 % of a breaker's rating. */
    public static final double CONTINUOUS = 0.8;

    /** How many of so many feeds may fail; a half one if the redundancy asks for pairs. */
    public static double spare(double count, Redundancy redundancy) {
        return switch (redundancy) {
            case N -> 0;
            case N_PLUS_1 -> 1;
            case TWO_N -> count / 2;
        };
    }

    /** Whether a redundancy can be had from so many feeds. */
    public static boolean can(double count, Redundancy redundancy) {
        double spare = spare(count, redundancy);
        return spare < count && spare == Math.rint(spare);
    }

    /** What the text says of a rack's feeds. */
    public static Feeds of(Rack rack) {
        Rack.Power power = rack.power();
        double count = power.feeds().si();
        Redundancy redundancy = power.redundancy().orElse(Redundancy.N);
        double derating = power.feed().derating().orElse(CONTINUOUS);
        return new Feeds(count, spare(count, redundancy), power.feed().limit().si(), derating);
    }

    /** Feeds that must carry the load alone. */
    public double left() {
        return count - spare;
    }

    /** What they carry without end when those that may fail have failed, W. */
    public double carry() {
        return Power.redundant(count, spare, limit, derating);
    }
}
