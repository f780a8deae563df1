// SPDX-License-Identifier: EPL-2.0
/** The pages of reference that are made from the code, and the tests that keep them true. */
@NullMarked
package org.araverus.infra.dsl.tests.docs;

import org.jspecify.annotations.NullMarked;
