// SPDX-License-Identifier: EPL-2.0
/**
 * What this program brings along, as files that an editor can open: texts of the library, pages of
 * rules. Nothing of the user's comes in.
 */
@NullMarked
package org.araverus.infra.dsl.ide.pages;

import org.jspecify.annotations.NullMarked;
