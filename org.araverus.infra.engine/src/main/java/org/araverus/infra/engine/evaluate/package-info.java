// SPDX-License-Identifier: EPL-2.0
/**
 * A design evaluated: the plan of one evaluate, its evaluation in closed form, and what comes out.
 * Physics formulas are called here and live in their own room.
 */
@NullMarked
package org.araverus.infra.engine.evaluate;

import org.jspecify.annotations.NullMarked;
