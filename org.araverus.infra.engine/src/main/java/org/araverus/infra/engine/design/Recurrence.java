// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** How a recurrent layer carries its state from token to token. */
public enum Recurrence {
    /** A state-space layer with one decay for each head (Mamba-2). */
    mamba2,
    /** Linear attention with a gated delta rule (Gated DeltaNet). */
    gated_delta
}
