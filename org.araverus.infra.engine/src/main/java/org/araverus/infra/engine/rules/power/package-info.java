// SPDX-License-Identifier: EPL-2.0
/** Rules of the power layer: budgets, feeds, nameplates. One class, one rule. */
@NullMarked
package org.araverus.infra.engine.rules.power;

import org.jspecify.annotations.NullMarked;
