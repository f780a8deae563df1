// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** The form of a topology. */
public enum Shape {
    /** One stage of switches, every endpoint on each of them. */
    switched,
    /** No switches: endpoints in a grid of equal sides whose rows close to rings. */
    torus,
    /** Folded Clos with equal tiers. */
    fat_tree,
    /** Folded Clos, tier by tier. */
    clos
}
