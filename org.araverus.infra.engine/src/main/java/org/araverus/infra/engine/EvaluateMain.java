// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.araverus.infra.engine.json.UnreadableDesign;

/**
 * The engine as a program of its own: evaluates a compiled design and prints the same JSON as the
 * command. Nothing but this jar and the JSON reader is needed.
 */
public final class EvaluateMain {
    private static final int FINE = 0;
    private static final int NOT_FINE = 1;
    private static final int USAGE = 2;

    private EvaluateMain() {}

    /** Takes the path of a {@code .design.json}; ends with the command's exit codes. */
    public static void main(String[] args) {
        int code = run(args, System.err);
        System.exit(code);
    }

    private static int run(String[] args, PrintStream err) {
        if (args.length != 1) {
            err.println("one argument: the path of a compiled design");
            return USAGE;
        }
        Path file = Path.of(args[0]);
        try {
            Evaluated e = Evaluated.of(Evaluated.read(Files.readString(file)));
            System.out.write(e.json().getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            return e.fine() ? FINE : NOT_FINE;
        } catch (IOException e) {
            err.println(file + " cannot be read");
        } catch (UnreadableDesign e) {
            String at = e.line() == 0 ? "" : ":" + e.line() + ":" + e.column();
            err.println(file + at + ": " + e.getMessage());
        }
        return USAGE;
    }
}
