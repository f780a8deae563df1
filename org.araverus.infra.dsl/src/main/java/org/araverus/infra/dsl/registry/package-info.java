// SPDX-License-Identifier: EPL-2.0
/**
 * The engine's registries as objects that a text can refer to: kinds, blocks, attributes, literals,
 * metrics, functions, annotations. What comes in is read off a record or an enum; no attribute is
 * listed here by hand.
 */
@NullMarked
package org.araverus.infra.dsl.registry;

import org.jspecify.annotations.NullMarked;
