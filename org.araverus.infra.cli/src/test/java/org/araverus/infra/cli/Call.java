// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A call of the command within this process, and what came of it.
 *
 * @param out what stood on the standard output
 * @param err what stood on the error output
 */
record Call(int code, String out, String err) {

    /** With nobody watching. */
    static Call of(String... args) {
        return in(Environment.quiet(), args);
    }

    static Call in(Environment env, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = InfraCommand.run(args, stream(out), stream(err), env);
        return new Call(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    /** What a person must never see, in whatever is said. */
    List<String> wordsOfTheMachine() {
        String all = out + err;
        return List.of("mismatched input", "no viable alternative", "RULE_", "\tat ", "Exception")
                .stream()
                .filter(all::contains)
                .toList();
    }
}
