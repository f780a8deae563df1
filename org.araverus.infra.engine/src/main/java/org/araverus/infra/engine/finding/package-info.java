// SPDX-License-Identifier: EPL-2.0
/**
 * What a rule says: findings, their fixes as edits in design terms, and the bases that rules
 * extend.
 */
@NullMarked
package org.araverus.infra.engine.finding;

import org.jspecify.annotations.NullMarked;
