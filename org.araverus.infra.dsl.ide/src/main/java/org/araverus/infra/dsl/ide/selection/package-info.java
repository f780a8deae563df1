// SPDX-License-Identifier: EPL-2.0
/** What an editor selects step by step around a caret. */
@NullMarked
package org.araverus.infra.dsl.ide.selection;

import org.jspecify.annotations.NullMarked;
