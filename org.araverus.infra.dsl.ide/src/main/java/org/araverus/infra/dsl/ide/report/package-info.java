// SPDX-License-Identifier: EPL-2.0
/** The report of a file in an editor, and its numbers as JSON. */
@NullMarked
package org.araverus.infra.dsl.ide.report;

import org.jspecify.annotations.NullMarked;
