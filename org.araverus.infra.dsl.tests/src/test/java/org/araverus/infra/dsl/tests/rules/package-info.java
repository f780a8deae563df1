// SPDX-License-Identifier: EPL-2.0
/**
 * Goldens, pages and edges of all rules. What comes in proves a rule on texts, as people type them.
 */
@NullMarked
package org.araverus.infra.dsl.tests.rules;

import org.jspecify.annotations.NullMarked;
