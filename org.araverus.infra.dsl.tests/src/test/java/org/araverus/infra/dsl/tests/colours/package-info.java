// SPDX-License-Identifier: EPL-2.0
/**
 * The colours that editors show before the server answers: a TextMate grammar made from the
 * grammar, and what it is held against. Only what is made from the language comes in.
 */
@NullMarked
package org.araverus.infra.dsl.tests.colours;

import org.jspecify.annotations.NullMarked;
