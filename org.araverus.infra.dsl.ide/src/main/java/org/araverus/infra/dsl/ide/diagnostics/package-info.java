// SPDX-License-Identifier: EPL-2.0
/** Findings as the protocol has them: code, page of the rule, places that take part, tags. */
@NullMarked
package org.araverus.infra.dsl.ide.diagnostics;

import org.jspecify.annotations.NullMarked;
