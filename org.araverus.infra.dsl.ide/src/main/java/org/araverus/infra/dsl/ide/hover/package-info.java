// SPDX-License-Identifier: EPL-2.0
/** What an editor shows where the pointer rests: documentation, units and computed values. */
@NullMarked
package org.araverus.infra.dsl.ide.hover;

import org.jspecify.annotations.NullMarked;
