// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;
import org.araverus.infra.dsl.workspace.Layouts.Laid;
import org.araverus.infra.engine.design.Place;

/** {@code infra fmt}: texts in their one layout. */
final class FmtCommand implements Command {
    private static final String INPUT = "-";

    private final InputStream in;

    /** With the input that {@code -} stands for. */
    FmtCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                "infra fmt",
                "Gives texts their one layout: blanks, line breaks, columns; no word changes.",
                List.of(
                        "Levels are two blanks deep, lines at most 100 columns wide. A block that is"
                                + " written",
                        "on one line stays on it while it fits; members that share a line go on"
                                + " sharing it.",
                        "Names the files that it rewrites. A text that does not parse stays as it"
                                + " is."),
                List.of(
                        new Parameter(
                                "PATH",
                                true,
                                true,
                                "files, or folders with .infra files in them; - reads the input"
                                        + " and writes the output")),
                List.of(
                        Option.flag(
                                "--check",
                                "change nothing; name the files that would change, with the first"
                                        + " line")),
                "",
                "Examples:",
                "  infra fmt designs                  rewrites what is not laid out so",
                "  infra fmt --check designs          for a build: exit code 1 if anything would"
                        + " change",
                "  infra fmt - < in.infra > out.infra",
                "",
                "Exit codes: 0 fine, 1 --check has found something, 2 a text does not parse.");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        boolean input = given.plain().contains(INPUT);
        if (input && given.plain().size() > 1)
            throw new UsageException("- is the whole input; it goes with no other path");
        List<Laid> all =
                input ? List.of(LaidTexts.input(in)) : LaidTexts.files(given.plain(), terminal);
        boolean refused = refuse(all, terminal);
        List<Laid> changed = all.stream().filter(Laid::isChanged).toList();
        int fine = refused ? ExitCode.USAGE : ExitCode.FINE;
        if (given.has("--check")) {
            changed.forEach(l -> terminal.out().print(FirstDifference.of(l)));
            return refused || changed.isEmpty() ? fine : ExitCode.NOT_FINE;
        }
        if (input) {
            if (!refused) all.forEach(l -> terminal.out().print(l.after()));
        } else write(changed, terminal);
        return fine;
    }

    /** Tells what stays as it is and why; false if nothing does. */
    private static boolean refuse(List<Laid> all, Terminal terminal) {
        boolean any = false;
        for (Laid l : all) {
            Place p = l.place();
            if (p == null) continue;
            any = true;
            terminal.err()
                    .println(
                            "infra: %s:%d:%d: %s; this text stays as it is"
                                    .formatted(p.file(), p.line(), p.column(), l.refused()));
        }
        return any;
    }

    private static void write(List<Laid> changed, Terminal terminal) throws UsageException {
        Map<Path, String> files = new LinkedHashMap<>();
        for (Laid l : changed) files.put(Path.of(l.name()), l.after());
        try {
            AtomicFiles.write(files);
        } catch (IOException e) {
            throw new UsageException("cannot write: " + Reason.of(e));
        }
        changed.forEach(l -> terminal.out().println(l.name()));
    }
}
