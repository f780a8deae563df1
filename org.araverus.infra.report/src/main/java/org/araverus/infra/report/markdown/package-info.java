// SPDX-License-Identifier: EPL-2.0
/** A report as Markdown, short enough for a pull request. */
@NullMarked
package org.araverus.infra.report.markdown;

import org.jspecify.annotations.NullMarked;
