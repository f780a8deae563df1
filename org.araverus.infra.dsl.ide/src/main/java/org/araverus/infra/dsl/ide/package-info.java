// SPDX-License-Identifier: EPL-2.0
/**
 * What editors ask for: proposals, hovers, symbols, places, renaming, and the workspace of the
 * language server. What a text means is the language's own; here it is only shown and asked for.
 */
@NullMarked
package org.araverus.infra.dsl.ide;

import org.jspecify.annotations.NullMarked;
