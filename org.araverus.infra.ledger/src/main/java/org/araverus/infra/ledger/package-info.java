// SPDX-License-Identifier: EPL-2.0
/**
 * Predicted against measured: a table of published figures becomes texts of the language, these
 * become predictions, and the errors are counted. In come readers of tables, the laws that fill
 * empty columns, FLOP conventions and statistics; no constant that knows a model, a table or a row.
 */
@NullMarked
package org.araverus.infra.ledger;

import org.jspecify.annotations.NullMarked;
