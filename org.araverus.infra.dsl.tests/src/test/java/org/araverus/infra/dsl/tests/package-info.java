// SPDX-License-Identifier: EPL-2.0
/** Tests of the language as a whole, and what the tests of its rooms share. */
@NullMarked
package org.araverus.infra.dsl.tests;

import org.jspecify.annotations.NullMarked;
