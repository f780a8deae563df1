// SPDX-License-Identifier: EPL-2.0
/**
 * The one facade: texts in, diagnostics and designs out, without a type of EMF or Xtext in its
 * signatures.
 */
@NullMarked
package org.araverus.infra.dsl.workspace;

import org.jspecify.annotations.NullMarked;
