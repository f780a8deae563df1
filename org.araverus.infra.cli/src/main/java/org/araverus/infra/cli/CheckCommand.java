// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.Program;
import org.araverus.infra.report.render.FindingsJson;
import org.araverus.infra.report.render.FindingsText;
import org.araverus.infra.report.render.GithubLines;
import org.araverus.infra.report.render.JunitXml;
import org.araverus.infra.report.render.Sarif;

/** {@code infra check}: what does not fit. */
final class CheckCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                "infra check",
                "Names what does not fit, where, why, and what to type instead.",
                List.of(),
                List.of(
                        new Parameter(
                                "PATH", true, true, "files, or folders with .infra files in them")),
                List.of(
                        Option.oneOf(
                                "--format",
                                "FORMAT",
                                "text (the default), json, sarif (2.1.0), github or junit",
                                "text",
                                "json",
                                "sarif",
                                "github",
                                "junit"),
                        Option.flag("--accepted", "show accepted findings too, with their reasons"),
                        new Option(
                                "--write-baseline",
                                "FILE",
                                false,
                                List.of(),
                                "accept what rules find now; project.infra names the file: baseline: \"FILE\"")),
                "",
                "Examples:",
                "  infra check design.infra",
                "  infra check examples --format sarif > findings.sarif",
                "",
                "Exit code 1 if there is an error or a requirement is missed; warnings and notes alone give 0.");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        String format = given.value("--format");
        List<String> paths = given.plain();
        Opened opened = Opened.of(paths, terminal);
        List<Shown> all = opened.findings(terminal);
        String baseline = given.value("--write-baseline");
        if (!baseline.isEmpty()) return writeBaseline(Path.of(baseline), opened, terminal);
        List<Shown> counted = all.stream().filter(f -> f.accepted() == null).toList();
        boolean accepted = given.has("--accepted");
        String text =
                switch (format) {
                    case "json" -> FindingsJson.write(all);
                    case "sarif" -> new Sarif(Program.version(), RulePages::summary).write(all);
                    case "junit" -> JunitXml.write(all, CheckCommand::counts);
                    case "github" -> GithubLines.write(accepted ? all : counted);
                    default -> text(opened, terminal, accepted ? all : counted, all);
                };
        terminal.out().print(text);
        boolean error = counted.stream().anyMatch(CheckCommand::counts);
        return error ? ExitCode.NOT_FINE : ExitCode.FINE;
    }

    private static int writeBaseline(Path file, Opened opened, Terminal terminal)
            throws UsageException {
        String text = opened.workspace().baselineText(file);
        try {
            AtomicFiles.write(Map.of(file, text));
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + ": " + Reason.of(e));
        }
        long count = text.lines().filter(l -> !l.startsWith("#")).count();
        terminal.err().println("infra: " + count + " findings accepted in " + file);
        return ExitCode.FINE;
    }

    /** An error, or a requirement that is missed. */
    private static boolean counts(Shown f) {
        return f.severity() == Severity.ERROR || f.rule().equals(Diagnostic.MISSED);
    }

    private static String text(
            Opened opened, Terminal terminal, List<Shown> shown, List<Shown> all) {
        FindingsText text = opened.text(terminal.outPaint(), terminal.glyphs());
        List<Shown> counted = all.stream().filter(f -> f.accepted() == null).toList();
        return text.findings(shown)
                + (shown.isEmpty() ? "" : "\n")
                + text.summary(counted, all.size() - shown.size(), opened.path());
    }
}
