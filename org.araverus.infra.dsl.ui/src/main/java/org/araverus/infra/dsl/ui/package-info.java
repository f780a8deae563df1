// SPDX-License-Identifier: EPL-2.0
/**
 * What is of this language in Eclipse: which server answers, the new-project wizard. All that an
 * editor does is in {@code lsp}, which knows of no language.
 */
@NullMarked
package org.araverus.infra.dsl.ui;

import org.jspecify.annotations.NullMarked;
