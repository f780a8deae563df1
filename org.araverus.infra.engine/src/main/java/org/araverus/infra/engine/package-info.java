// SPDX-License-Identifier: EPL-2.0
/**
 * The engine's door: a compiled design goes in, findings and an evaluation come out. What they are
 * made of has rooms of its own.
 */
@NullMarked
package org.araverus.infra.engine;

import org.jspecify.annotations.NullMarked;
