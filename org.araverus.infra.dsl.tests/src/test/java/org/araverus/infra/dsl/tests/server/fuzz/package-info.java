// SPDX-License-Identifier: EPL-2.0
/** Whatever a client sends, the server answers, stays quiet and forgets what it need not keep. */
@NullMarked
package org.araverus.infra.dsl.tests.server.fuzz;

import org.jspecify.annotations.NullMarked;
