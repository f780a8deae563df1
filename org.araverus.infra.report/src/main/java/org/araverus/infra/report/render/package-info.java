// SPDX-License-Identifier: EPL-2.0
/**
 * Findings and evaluations as text, JSON, SARIF and annotations. Pure functions from records to
 * strings: no arguments, no streams, no language.
 */
@NullMarked
package org.araverus.infra.report.render;

import org.jspecify.annotations.NullMarked;
