// SPDX-License-Identifier: EPL-2.0
/** Rules of the parallelism layer: layouts against model, fleet and batch. One class, one rule. */
@NullMarked
package org.araverus.infra.engine.rules.parallelism;

import org.jspecify.annotations.NullMarked;
