// SPDX-License-Identifier: EPL-2.0
/**
 * Dimensions, and numbers written for people. No unit is declared here: the language's library does
 * that.
 */
@NullMarked
package org.araverus.infra.engine.units;

import org.jspecify.annotations.NullMarked;
