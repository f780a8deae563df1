// SPDX-License-Identifier: EPL-2.0
/** Rules about storage: what jobs write to it and when. One class for each rule comes in. */
@NullMarked
package org.araverus.infra.engine.rules.storage;

import org.jspecify.annotations.NullMarked;
