// SPDX-License-Identifier: EPL-2.0
/** The server's own bindings: its workspace, its places, what it announces. */
@NullMarked
package org.araverus.infra.dsl.ide.server;

import org.jspecify.annotations.NullMarked;
