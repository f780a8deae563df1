// SPDX-License-Identifier: EPL-2.0
/** Goals one by one, and whole builds of the example by its own lines. */
@NullMarked
package org.araverus.infra.maven;

import org.jspecify.annotations.NullMarked;
