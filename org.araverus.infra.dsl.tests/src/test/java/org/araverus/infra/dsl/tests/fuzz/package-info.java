// SPDX-License-Identifier: EPL-2.0
/**
 * Texts that nobody would write, by the thousand: examples, library and compiled designs, damaged
 * at random from a fixed seed.
 */
@NullMarked
package org.araverus.infra.dsl.tests.fuzz;

import org.jspecify.annotations.NullMarked;
