// SPDX-License-Identifier: EPL-2.0
/** Behind a text's own numbers: what the engine makes of them. */
@NullMarked
package org.araverus.infra.dsl.ide.hints;

import org.jspecify.annotations.NullMarked;
