// SPDX-License-Identifier: EPL-2.0
/**
 * Rules of the model layer: architectures that cannot be or differ from what is printed. One class,
 * one rule.
 */
@NullMarked
package org.araverus.infra.engine.rules.model;

import org.jspecify.annotations.NullMarked;
