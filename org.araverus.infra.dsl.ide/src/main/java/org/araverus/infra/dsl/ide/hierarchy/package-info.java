// SPDX-License-Identifier: EPL-2.0
/** Which element extends which, over files and library. */
@NullMarked
package org.araverus.infra.dsl.ide.hierarchy;

import org.jspecify.annotations.NullMarked;
