// SPDX-License-Identifier: EPL-2.0
/**
 * What is said about a text as it is typed: what the grammar's error productions let through, names
 * given twice, members in the wrong place, and the text rules. What comes in needs no value of an
 * expression; the compiler speaks about those.
 */
@NullMarked
package org.araverus.infra.dsl.validation;

import org.jspecify.annotations.NullMarked;
