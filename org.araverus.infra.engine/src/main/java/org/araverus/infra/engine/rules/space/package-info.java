// SPDX-License-Identifier: EPL-2.0
/** Rules of the space layer: height and weight of racks. One class, one rule. */
@NullMarked
package org.araverus.infra.engine.rules.space;

import org.jspecify.annotations.NullMarked;
