// SPDX-License-Identifier: EPL-2.0
/**
 * What a report says, section by section, as records of words and numbers: each answers one
 * question. Comes from the engine's records; whoever draws it (HTML, Markdown) decides nothing.
 */
@NullMarked
package org.araverus.infra.report.view;

import org.jspecify.annotations.NullMarked;
