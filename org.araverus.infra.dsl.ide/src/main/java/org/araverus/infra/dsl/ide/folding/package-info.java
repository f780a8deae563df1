// SPDX-License-Identifier: EPL-2.0
/** What an editor may fold: bodies, imports, comments. */
@NullMarked
package org.araverus.infra.dsl.ide.folding;

import org.jspecify.annotations.NullMarked;
