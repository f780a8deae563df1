// SPDX-License-Identifier: EPL-2.0
/** Offsets of a text and positions of the protocol. What any feature may use; knows no feature. */
@NullMarked
package org.araverus.infra.dsl.ide.text;

import org.jspecify.annotations.NullMarked;
