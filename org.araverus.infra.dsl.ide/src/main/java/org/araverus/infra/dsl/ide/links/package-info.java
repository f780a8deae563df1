// SPDX-License-Identifier: EPL-2.0
/** Pieces of a text that lead elsewhere: imports to files, ids of rules to pages, addresses. */
@NullMarked
package org.araverus.infra.dsl.ide.links;

import org.jspecify.annotations.NullMarked;
