// SPDX-License-Identifier: EPL-2.0
/**
 * Units as a library declares them: factor, dimension, zero point. Arithmetic of literals, nothing
 * of elements.
 */
@NullMarked
package org.araverus.infra.dsl.units;

import org.jspecify.annotations.NullMarked;
