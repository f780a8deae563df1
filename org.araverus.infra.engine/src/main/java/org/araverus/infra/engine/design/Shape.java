// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** The form of a topology. */
public enum Shape {
    /** One stage of switches, every endpoint on each of them. */
    switched,
    /** Folded Clos with equal tiers. */
    fat_tree,
    /** Folded Clos, tier by tier. */
    clos
}
