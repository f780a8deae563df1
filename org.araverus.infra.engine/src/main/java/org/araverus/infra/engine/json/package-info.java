// SPDX-License-Identifier: EPL-2.0
/**
 * Canonical JSON of designs and evaluations: sorted, SI, shortest round-trip doubles, one form for
 * one content. Reads and writes; decides nothing.
 */
@NullMarked
package org.araverus.infra.engine.json;

import org.jspecify.annotations.NullMarked;
