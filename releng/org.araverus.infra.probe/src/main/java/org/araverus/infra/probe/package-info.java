// SPDX-License-Identifier: EPL-2.0
/** Looks at an Eclipse from inside with nothing but the platform: never part of what is shipped. */
@NullMarked
package org.araverus.infra.probe;

import org.jspecify.annotations.NullMarked;
