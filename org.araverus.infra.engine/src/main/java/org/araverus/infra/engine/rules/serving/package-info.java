// SPDX-License-Identifier: EPL-2.0
/** Rules of served models: loads against capacity, pools, times that nothing can reach. */
@NullMarked
package org.araverus.infra.engine.rules.serving;

import org.jspecify.annotations.NullMarked;
