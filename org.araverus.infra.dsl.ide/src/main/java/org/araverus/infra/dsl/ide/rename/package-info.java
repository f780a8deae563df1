// SPDX-License-Identifier: EPL-2.0
/** New names, over all files of a workspace at once. */
@NullMarked
package org.araverus.infra.dsl.ide.rename;

import org.jspecify.annotations.NullMarked;
