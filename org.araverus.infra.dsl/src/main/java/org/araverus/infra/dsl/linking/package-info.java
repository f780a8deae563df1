// SPDX-License-Identifier: EPL-2.0
/**
 * What is said about names that lead nowhere. What comes in helps to say it: similar names, other
 * kinds, missing imports.
 */
@NullMarked
package org.araverus.infra.dsl.linking;

import org.jspecify.annotations.NullMarked;
