// SPDX-License-Identifier: EPL-2.0
/** Rules of the cost layer: prices that are missing or do not add up. One class, one rule. */
@NullMarked
package org.araverus.infra.engine.rules.cost;

import org.jspecify.annotations.NullMarked;
