// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.Chapter;
import org.araverus.infra.report.Program;
import org.araverus.infra.report.Report;
import org.jspecify.annotations.Nullable;

/** {@code infra report}: all answers in a file that opens anywhere. */
final class ReportCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                "infra report",
                "Writes all answers as report.html, report.md and report.json.",
                List.of(
                        "Does it fit, what does it do, what holds it back, what does it need, what"
                                + " does it",
                        "cost, how long until it stands; findings with their places, and how each"
                                + " number",
                        "came to be. The HTML file loads nothing, the same design gives the same"
                                + " bytes."),
                List.of(
                        new Parameter(
                                "PATH",
                                true,
                                false,
                                "a file, a folder with .infra files in it, or a .design.json"),
                        new Parameter(
                                "NAME", false, false, "one evaluate; without it, all of them")),
                List.of(
                        new Option(
                                "--out",
                                "DIR",
                                true,
                                List.of(),
                                "where to write; made if it is not there")),
                "",
                "Example:",
                "  infra report design.infra --out build/report",
                "",
                "Exit code 1 if a requirement is missed or undecided. Nothing is written where an"
                        + " error stands",
                "in the way; the exit code is 1 then too.");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        String path = given.plain(0);
        Input in = CompiledFile.is(path) ? compiled(path) : texts(path, terminal);
        if (in.candidates.isEmpty()) return ExitCode.NOT_FINE;
        List<Candidate> all = Candidate.select(in.candidates, given.plain(1), path);
        List<Evaluated> done = new ArrayList<>();
        for (Candidate c : all) {
            if (!c.errors().isEmpty()) return refuse(c, c.errors(), terminal);
            Evaluated e = Evaluated.of(c.design());
            if (e.evaluation() == null) return refuse(c, errors(e), terminal);
            done.add(e);
        }
        List<Shown> findings = in.findings == null ? findings(done) : in.findings;
        List<Chapter> chapters =
                Progress.during(
                        terminal,
                        "writing the report",
                        () -> done.stream().map(Chapter::of).toList());
        write(
                new Report(title(path), Program.version(), chapters, findings),
                Path.of(given.value("--out")),
                terminal);
        return done.stream().allMatch(Evaluated::fine) ? ExitCode.FINE : ExitCode.NOT_FINE;
    }

    /** What a path leads to; findings are null where the engine has still to be asked. */
    private record Input(List<Candidate> candidates, @Nullable List<Shown> findings) {}

    private static Input compiled(String path) throws UsageException {
        return new Input(CompiledFile.read(path), null);
    }

    private static Input texts(String path, Terminal terminal) throws UsageException {
        Opened opened = Opened.of(List.of(path), terminal);
        return new Input(TextFiles.of(opened, terminal), opened.findings(terminal));
    }

    private static List<Shown> findings(List<Evaluated> done) {
        Set<Shown> all = new LinkedHashSet<>();
        for (Evaluated e : done) e.findings().forEach(f -> all.add(Shown.of(f, e.design())));
        return List.copyOf(all);
    }

    private static List<Shown> errors(Evaluated e) {
        return e.findings().stream()
                .map(f -> Shown.of(f, e.design()))
                .filter(f -> f.severity() == Severity.ERROR && f.accepted() == null)
                .toList();
    }

    private static int refuse(Candidate c, List<Shown> errors, Terminal terminal) {
        new Refusals(terminal).say(c, errors);
        return ExitCode.NOT_FINE;
    }

    private static void write(Report report, Path out, Terminal terminal) throws UsageException {
        Map<Path, String> files = new LinkedHashMap<>();
        report.files().forEach((name, text) -> files.put(out.resolve(name), text));
        try {
            AtomicFiles.write(files);
        } catch (IOException e) {
            throw new UsageException("cannot write in " + out + ": " + Reason.of(e));
        }
        files.keySet().forEach(f -> terminal.err().println("wrote " + f));
    }

    /** The name of a file or folder, without what says that it is ours. */
    private static String title(String path) {
        Path name = Path.of(path).toAbsolutePath().normalize().getFileName();
        String text = name == null ? path : name.toString();
        return text.replaceAll("(\\.infra|\\.design\\.json)$", "");
    }
}
