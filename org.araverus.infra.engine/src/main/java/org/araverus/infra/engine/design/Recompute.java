// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** What the backward pass computes again instead of keeping it. */
public enum Recompute {
    none,
    /** Attention's core alone (Korthikanti et al. 2022). */
    selective,
    /** What is cheap: norms, activations, and what latent attention expands. */
    modules,
    /** Every layer, from its input. */
    full
}
