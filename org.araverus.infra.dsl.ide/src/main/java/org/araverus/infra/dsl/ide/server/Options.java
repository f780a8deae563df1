// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/** What a client may say when it starts the server, in its initialization options. */
final class Options {
    /**
     * {@code true}: rules of the jars that a {@code project.infra} names are loaded. They are code,
     * so that a client says it for folders alone that its user trusts.
     */
    static final String RULE_JARS = "ruleJars";

    private Options() {}

    /** Whether rule jars are loaded; not without a word of the client. */
    static boolean ruleJars(@Nullable Object given) {
        return given instanceof JsonObject o
                && o.get(RULE_JARS) instanceof JsonPrimitive p
                && p.isBoolean()
                && p.getAsBoolean();
    }
}
