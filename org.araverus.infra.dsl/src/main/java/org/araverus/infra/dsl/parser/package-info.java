// SPDX-License-Identifier: EPL-2.0
/**
 * From characters to tokens and values: what a word is from its neighbours, what a literal means,
 * and what is said where the grammar has no way on. Knows no linked name.
 */
@NullMarked
package org.araverus.infra.dsl.parser;

import org.jspecify.annotations.NullMarked;
