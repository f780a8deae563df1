// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Explained;
import org.araverus.infra.engine.json.ExplanationJson;
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

    /**
     * Takes the path of a {@code .design.json}, and the name of a metric to explain it instead;
     * ends with the command's exit codes.
     */
    public static void main(String[] args) {
        int code = run(args, System.err);
        System.exit(code);
    }

    private static int run(String[] args, PrintStream err) {
        if (args.length < 1 || args.length > 2) {
            err.println("the path of a compiled design, and a metric to explain it");
            return USAGE;
        }
        Path file = Path.of(args[0]);
        try {
            Evaluated e = Evaluated.of(Evaluated.read(Files.readString(file)));
            if (args.length == 1) {
                print(e.json());
                return e.fine() ? FINE : NOT_FINE;
            }
            Evaluation evaluation = e.evaluation();
            if (evaluation == null) return NOT_FINE;
            print(ExplanationJson.write(Explained.of(e.design(), evaluation), args[1]));
            return FINE;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println(file + " cannot be read");
        } catch (UnreadableDesign e) {
            String at = e.line() == 0 ? "" : ":" + e.line() + ":" + e.column();
            err.println(file + at + ": " + e.getMessage());
        }
        return USAGE;
    }

    private static void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
