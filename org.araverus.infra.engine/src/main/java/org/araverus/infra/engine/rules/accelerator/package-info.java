// SPDX-License-Identifier: EPL-2.0
/** Rules of the accelerator layer: rates, formats, memory of devices. One class, one rule. */
@NullMarked
package org.araverus.infra.engine.rules.accelerator;

import org.jspecify.annotations.NullMarked;
