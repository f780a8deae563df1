// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;
import org.araverus.infra.report.render.EvaluationText;
import org.araverus.infra.report.render.Numbers;

/** {@code infra evaluate}: what comes out, and what holds it back. */
final class EvaluateCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                "infra evaluate",
                "Predicts what each evaluate of a design comes to.",
                List.of(
                        "Metrics with their 90 % intervals, where the time goes, what holds it back"
                                + " and what",
                        "comes next, and whether the requirements are met."),
                List.of(
                        new Parameter(
                                "PATH",
                                true,
                                false,
                                "a file, a folder with .infra files in it, or a .design.json"),
                        new Parameter(
                                "NAME", false, false, "one evaluate; without it, all of them")),
                List.of(
                        Option.oneOf(
                                "--format", "FORMAT", "text (the default) or json", "text", "json"),
                        Option.flag("--si", "SI units in the text, four digits"),
                        Option.flag(
                                "--assumed", "list what was filled in, with the law behind it")),
                "",
                "Examples:",
                "  infra evaluate design.infra",
                "  infra evaluate design.infra Baseline --assumed",
                "  infra evaluate build/lab.Baseline.design.json --format json",
                "",
                "Exit code 1 if a requirement is missed or undecided, or an error stands in the"
                        + " way.");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        boolean json = given.value("--format").equals("json");
        String path = given.plain(0);
        String name = given.plain(1);
        Numbers numbers = given.has("--si") ? Numbers.SI : Numbers.READABLE;
        EvaluationText text =
                new EvaluationText(
                        terminal.outPaint(), terminal.glyphs(), numbers, given.has("--assumed"));
        // The language is loaded for texts alone.
        List<Candidate> all =
                CompiledFile.is(path) ? CompiledFile.read(path) : TextFiles.read(path, terminal);
        if (all.isEmpty()) return ExitCode.NOT_FINE;
        return new Answers(terminal, json ? null : text).print(Candidate.select(all, name, path));
    }
}
