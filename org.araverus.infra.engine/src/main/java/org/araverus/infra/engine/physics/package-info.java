// SPDX-License-Identifier: EPL-2.0
/**
 * The formulas: what a part, a step or a site takes, as static functions of doubles in SI units.
 *
 * <p>Only formulas come in here, each with its id, unit and source. They know no design, no plan
 * and no names of chips or models; they allocate nothing. The evaluator calls them, and nobody
 * writes a second copy of one.
 */
@NullMarked
package org.araverus.infra.engine.physics;

import org.jspecify.annotations.NullMarked;
