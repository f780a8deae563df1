// SPDX-License-Identifier: EPL-2.0
/**
 * The {@code infra} command: arguments in, an exit code out. Each command is one class; what it
 * shows is made in the room for rendering.
 */
@NullMarked
package org.araverus.infra.cli;

import org.jspecify.annotations.NullMarked;
