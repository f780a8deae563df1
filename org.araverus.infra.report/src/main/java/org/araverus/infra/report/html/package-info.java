// SPDX-License-Identifier: EPL-2.0
/**
 * A report as one HTML file that loads nothing. The templates stand in {@code src/main/jte}, one
 * for each section; they escape what they print.
 */
@NullMarked
package org.araverus.infra.report.html;

import org.jspecify.annotations.NullMarked;
