// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.report.Program;

/** A defect of this program: one line for the person, a report in a file for who mends it. */
final class Defect {
    private Defect() {}

    /** Writes the report; the exit code comes back. */
    static int report(Throwable e, List<String> args, PrintStream err) {
        String what = e.getClass().getSimpleName();
        try {
            Path file = Files.createTempFile("infra-defect-", ".txt");
            Files.writeString(file, text(e, args));
            err.println("infra: a defect of this program (" + what + "); a report is in " + file);
        } catch (IOException | RuntimeException again) {
            err.println("infra: a defect of this program (" + what + ")");
        }
        return ExitCode.DEFECT;
    }

    private static String text(Throwable e, List<String> args) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println("infra " + Program.version() + " " + String.join(" ", args));
        for (String p : List.of("java.vm.name", "java.vm.version", "os.name", "os.arch"))
            out.println(p + " " + System.getProperty(p));
        out.println();
        e.printStackTrace(out);
        return text.toString();
    }
}
