// SPDX-License-Identifier: EPL-2.0
/** Rules of the memory layer: what a placement holds against what fits. One class, one rule. */
@NullMarked
package org.araverus.infra.engine.rules.memory;

import org.jspecify.annotations.NullMarked;
