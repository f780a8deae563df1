// SPDX-License-Identifier: EPL-2.0
/**
 * The one layout of a text: words of the parsed text in, blanks and line breaks out. Nothing here
 * changes, adds or drops a word; whatever would read differently afterwards stays as written.
 */
@NullMarked
package org.araverus.infra.dsl.formatting;

import org.jspecify.annotations.NullMarked;
