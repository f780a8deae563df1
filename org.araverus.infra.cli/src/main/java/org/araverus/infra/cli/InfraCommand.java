// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.dsl.workspace.Versions;
import org.araverus.infra.report.Program;

/** The whole of {@code infra} as a function, so that tests and other programs run it in-process. */
public final class InfraCommand {
    private InfraCommand() {}

    /**
     * Runs a command.
     *
     * @param out for the result
     * @param err for everything else
     * @return the exit code: 0 fine, 1 error findings or a requirement missed or undecided, 2 bad
     *     usage or input that cannot be read, 70 a defect of this program
     */
    public static int run(String[] args, PrintStream out, PrintStream err, Environment env) {
        int code = guarded(List.of(args), new Terminal(out, err, env, "auto", false));
        out.flush();
        err.flush();
        return code;
    }

    private static int guarded(List<String> args, Terminal terminal) {
        try {
            return dispatch(args, terminal);
        } catch (UsageException e) {
            terminal.err().println("infra: " + e.getMessage());
            return ExitCode.USAGE;
        } catch (InvalidPathException e) {
            terminal.err().println("infra: " + e.getInput() + " is no path");
            return ExitCode.USAGE;
        } catch (Throwable e) { // a defect must not end in a trace on somebody's screen
            return Defect.report(e, args, terminal.err());
        }
    }

    private static int dispatch(List<String> args, Terminal terminal) throws UsageException {
        Map<String, Command> commands = commands();
        String first = args.isEmpty() ? "" : args.getFirst();
        if (first.isEmpty()) {
            terminal.err().print(help(commands));
            return ExitCode.USAGE;
        }
        if (first.equals("help")) return dispatch(asOption(args), terminal);
        if (first.startsWith("-")) return withoutCommand(args, commands, terminal);
        Command command = commands.get(first);
        if (command == null) throw unknown(first, commands);
        Given given = Given.read(command.usage(), args.subList(1, args.size()));
        if (given.has(Usage.HELP.name())) {
            terminal.out().print(command.usage().help());
            return ExitCode.FINE;
        }
        return command.run(given, terminal.with(given));
    }

    /** {@code infra help check} is {@code infra check --help}. */
    private static List<String> asOption(List<String> args) {
        return args.size() == 1
                ? List.of(Usage.HELP.name())
                : List.of(args.get(1), Usage.HELP.name());
    }

    private static Map<String, Command> commands() {
        Map<String, Command> all = new LinkedHashMap<>();
        all.put("check", new CheckCommand());
        all.put("compile", new CompileCommand());
        all.put("evaluate", new EvaluateCommand());
        all.put("explain", new ExplainCommand());
        all.put("report", new ReportCommand());
        all.put("fmt", new FmtCommand(System.in));
        all.put("ledger", new LedgerCommand());
        all.put("catalog", new CatalogCommand());
        all.put("new", new NewCommand());
        all.put("lsp", new LspCommand());
        return all;
    }

    private static int withoutCommand(
            List<String> args, Map<String, Command> commands, Terminal terminal)
            throws UsageException {
        Given given = Given.read(root(), args);
        boolean help = given.has(Usage.HELP.name());
        terminal.out().print(help ? help(commands) : versions());
        return ExitCode.FINE;
    }

    private static String versions() {
        return "infra %s   language %s   catalog %s\n"
                .formatted(Program.version(), Versions.LANGUAGE, Versions.CATALOG);
    }

    private static UsageException unknown(String word, Map<String, Command> commands) {
        return new UsageException(
                "no command "
                        + word
                        + Nearest.to(word, commands.keySet())
                                .map(w -> "; did you mean " + w + "?")
                                .orElse("; there are " + String.join(", ", commands.keySet())));
    }

    private static String help(Map<String, Command> commands) {
        Usage root = root();
        StringBuilder out = new StringBuilder("infra COMMAND ...\n\n");
        out.append(root.summary()).append("\n\n");
        int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
        commands.forEach((name, c) -> Usage.row(out, name, width, c.usage().summary()));
        out.append('\n').append(root.table());
        root.closing().forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private static Usage root() {
        return new Usage(
                "infra",
                "Descriptions of AI infrastructure: what does not fit, and what comes out.",
                List.of(),
                List.of(),
                List.of(
                        Option.flag("--version", "the versions of command, language and catalog"),
                        Usage.HELP),
                List.of(
                        "",
                        "Examples:",
                        "  infra check design.infra                 what does not fit, and what to"
                                + " type instead",
                        "  infra evaluate design.infra              step time, memory, power, what"
                                + " holds it back",
                        "  infra evaluate design.infra Baseline     one evaluate of several",
                        "  infra report design.infra --out build    all answers in one page",
                        "  infra compile design.infra --out build   the same design as JSON, for"
                                + " machines",
                        "  infra explain rack-power-over-budget     a rule's page",
                        "  infra catalog H100_SXM                   a part, with the sources of its"
                                + " figures",
                        "  infra new lab                            a project to start from",
                        "  infra fmt examples                       the one layout of texts",
                        "",
                        "Exit codes: 0 fine, 1 error findings or a requirement missed or"
                                + " undecided,",
                        "2 bad usage or input that cannot be read, 70 a defect of this program.",
                        "Results go to the standard output, everything else to the error output.",
                        "infra COMMAND --help tells what a command takes."));
    }
}
