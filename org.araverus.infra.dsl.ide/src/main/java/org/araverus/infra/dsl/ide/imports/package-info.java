// SPDX-License-Identifier: EPL-2.0
/** The imports of a file: where another one goes, and their order. */
@NullMarked
package org.araverus.infra.dsl.ide.imports;

import org.jspecify.annotations.NullMarked;
