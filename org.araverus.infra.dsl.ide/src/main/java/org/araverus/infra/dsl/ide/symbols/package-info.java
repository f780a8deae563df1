// SPDX-License-Identifier: EPL-2.0
/** Where things stand: definitions, outlines, names of a workspace. */
@NullMarked
package org.araverus.infra.dsl.ide.symbols;

import org.jspecify.annotations.NullMarked;
