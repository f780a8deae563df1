// SPDX-License-Identifier: EPL-2.0
/**
 * The language: its set-up. What is bound here is what all others ask for by interface; nothing
 * else may come in.
 */
@NullMarked
package org.araverus.infra.dsl;

import org.jspecify.annotations.NullMarked;
