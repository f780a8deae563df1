// SPDX-License-Identifier: EPL-2.0
/**
 * Semantic tokens: what each word of a text is, in the standard names of the protocol, so that an
 * editor colours soft keywords as the lexer read them and references by what they refer to.
 */
@NullMarked
package org.araverus.infra.dsl.ide.tokens;

import org.jspecify.annotations.NullMarked;
