// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;
import org.araverus.infra.dsl.generator.InfraGenerator;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.engine.finding.Shown;

/** {@code infra compile}: the engine's input for each evaluate. */
final class CompileCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                "infra compile",
                "Writes each evaluate as PACKAGE.NAME.design.json.",
                List.of(
                        "All that it reaches is in it, in SI units; the same text gives the same"
                                + " bytes.",
                        "infra evaluate reads it as well as text."),
                List.of(
                        new Parameter(
                                "PATH",
                                true,
                                false,
                                "a file, or a folder with .infra files in it")),
                List.of(
                        new Option(
                                "--out",
                                "DIR",
                                true,
                                List.of(),
                                "where to write; made if it is not there")),
                "",
                "Example:",
                "  infra compile design.infra --out build",
                "",
                "Nothing is written where an evaluate reaches an error.");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        Opened opened = Opened.of(List.of(given.plain(0)), terminal);
        List<Compiled> evaluates = opened.evaluates();
        List<Shown> errors = opened.errors(terminal);
        if (evaluates.stream().anyMatch(Compiled::blocked)
                || evaluates.isEmpty() && !errors.isEmpty()) {
            terminal.err().print(opened.refusal(errors, terminal));
            return ExitCode.NOT_FINE;
        }
        if (evaluates.isEmpty()) throw new UsageException(opened.path() + " has no evaluate");
        Path out = Path.of(given.value("--out"));
        Map<Path, String> files = new LinkedHashMap<>();
        for (Compiled c : evaluates)
            files.put(out.resolve(InfraGenerator.fileName(c)), InfraGenerator.content(c));
        try {
            AtomicFiles.write(files);
        } catch (IOException e) {
            throw new UsageException("cannot write in " + out + ": " + Reason.of(e));
        }
        files.keySet().forEach(f -> terminal.err().println("wrote " + f));
        return ExitCode.FINE;
    }
}
