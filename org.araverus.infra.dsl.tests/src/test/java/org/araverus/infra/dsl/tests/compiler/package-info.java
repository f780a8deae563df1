// SPDX-License-Identifier: EPL-2.0
/** What texts mean: inheritance, addresses, units, spreads, and whole compiled designs. */
@NullMarked
package org.araverus.infra.dsl.tests.compiler;

import org.jspecify.annotations.NullMarked;
