// SPDX-License-Identifier: EPL-2.0
/**
 * The built-in rules, a package for each layer, and what several of them need: parts with their
 * draw and heat, fleets behind placements, words. A rule is one class with {@code @Rule}; the list
 * of them is made by the build.
 */
@NullMarked
package org.araverus.infra.engine.rules;

import org.jspecify.annotations.NullMarked;
