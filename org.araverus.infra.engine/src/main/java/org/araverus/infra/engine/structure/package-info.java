// SPDX-License-Identifier: EPL-2.0
/**
 * What follows from the structure of a design alone: counts, sums over parts, what feeds carry, the
 * room that parts take. No workload.
 */
@NullMarked
package org.araverus.infra.engine.structure;

import org.jspecify.annotations.NullMarked;
