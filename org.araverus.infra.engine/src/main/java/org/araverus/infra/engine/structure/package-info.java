// SPDX-License-Identifier: EPL-2.0
/**
 * What follows from the structure of a design alone: counts and sums over parts. No workload, no
 * physics.
 */
@NullMarked
package org.araverus.infra.engine.structure;

import org.jspecify.annotations.NullMarked;
