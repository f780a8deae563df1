// SPDX-License-Identifier: EPL-2.0
/** Above an evaluate: what it comes to, with a way to its report. */
@NullMarked
package org.araverus.infra.dsl.ide.lens;

import org.jspecify.annotations.NullMarked;
