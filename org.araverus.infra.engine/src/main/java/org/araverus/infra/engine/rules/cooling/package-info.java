// SPDX-License-Identifier: EPL-2.0
/**
 * Rules of the cooling layer: heat against what air, liquid and plant take. One class, one rule.
 */
@NullMarked
package org.araverus.infra.engine.rules.cooling;

import org.jspecify.annotations.NullMarked;
