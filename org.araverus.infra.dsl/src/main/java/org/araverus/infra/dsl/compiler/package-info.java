// SPDX-License-Identifier: EPL-2.0
/**
 * From the model of a text to a Design: total, whatever the text. Reads EMF, writes records of the
 * engine; says what does not fit as problems.
 */
@NullMarked
package org.araverus.infra.dsl.compiler;

import org.jspecify.annotations.NullMarked;
