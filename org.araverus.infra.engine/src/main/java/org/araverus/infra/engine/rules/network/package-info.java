// SPDX-License-Identifier: EPL-2.0
/** Rules of the network layer: fabrics, links, ports, rails. One class, one rule. */
@NullMarked
package org.araverus.infra.engine.rules.network;

import org.jspecify.annotations.NullMarked;
