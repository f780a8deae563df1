// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of features.
 *
 * @param method of the protocol
 * @param capability by which a server announces it, steps by dots; empty for what needs none
 * @param java its name in Java, which an editor in the same process calls
 * @param neovim whether the client inside Neovim 0.7 knows it; read in its own Lua files
 * @param fixture what the server answers about the examples; null for what it has not
 */
record Feature(
        String method,
        String capability,
        String java,
        boolean neovim,
        @Nullable Function<Examples, Object> fixture) {

    /** The first segment of its capability. */
    String key() {
        return capability.isEmpty() ? "" : capability.split("\\.")[0];
    }
}
