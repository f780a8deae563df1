// SPDX-License-Identifier: EPL-2.0
/**
 * A design as the engine sees it: immutable records of what the text describes, in SI units, with
 * origin. Records of kinds and the values in them; no physics, no text.
 */
@NullMarked
package org.araverus.infra.engine.design;

import org.jspecify.annotations.NullMarked;
