// SPDX-License-Identifier: EPL-2.0
/** A real workbench with an example in it: what a user sees and does, one test a capability. */
@NullMarked
package org.araverus.infra.dsl.ui.tests;

import org.jspecify.annotations.NullMarked;
