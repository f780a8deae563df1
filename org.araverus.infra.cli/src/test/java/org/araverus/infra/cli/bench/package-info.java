// SPDX-License-Identifier: EPL-2.0
/** Figures that are measured by hand, with the command as people start it; no test. */
@NullMarked
package org.araverus.infra.cli.bench;

import org.jspecify.annotations.NullMarked;
