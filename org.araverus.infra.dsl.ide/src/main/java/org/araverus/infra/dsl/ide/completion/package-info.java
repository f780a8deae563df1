// SPDX-License-Identifier: EPL-2.0
/** What may stand at the caret. Proposals come from the same scopes that names resolve by. */
@NullMarked
package org.araverus.infra.dsl.ide.completion;

import org.jspecify.annotations.NullMarked;
