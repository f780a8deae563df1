// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;
import org.araverus.infra.dsl.ide.pages.LanguageMessages;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.araverus.infra.report.render.ExplanationText;
import org.araverus.infra.report.render.Numbers;
import org.araverus.infra.report.render.Page;
import org.jspecify.annotations.Nullable;

/** {@code infra explain}: how a metric came to be, or a rule's page. */
final class ExplainCommand implements Command {
    private static final int DEEPEST = 99;
    private static final Path HERE = Path.of("");

    @Override
    public Usage usage() {
        return Usage.of(
                "infra explain",
                "Tells where a number comes from, or what a rule looks for.",
                List.of(
                        "A metric is told as a tree: each number with its formula, down to the"
                                + " lines of the text,",
                        "the parts of the catalog with their sources, and what was filled in.",
                        "The ids of formulas are explained in docs/formulas.md. Without anything,"
                                + " rules are listed:",
                        "the built-in ones, and those that the project here brings in jars.",
                        "What the language itself says, such as unknown-name, has an id too."),
                List.of(
                        new Parameter(
                                "PATH|RULE-ID",
                                false,
                                false,
                                "a file, a folder or a .design.json, alone for a list of its"
                                        + " metrics; or a rule"),
                        new Parameter(
                                "METRIC",
                                false,
                                false,
                                "FineTune.step_time, or step_time for all; or a rule known at PATH"),
                        new Parameter(
                                "NAME", false, false, "one evaluate; without it, all of them")),
                List.of(
                        new Option(
                                "--depth",
                                "N",
                                false,
                                List.of(),
                                "levels of the tree (" + ExplanationText.DEPTH + ")"),
                        Option.oneOf(
                                "--format",
                                "FORMAT",
                                "text (the default) or json, which has the whole tree",
                                "text",
                                "json"),
                        Option.flag("--si", "SI units in the text, four digits"),
                        Option.flag(
                                "--assumed",
                                "list what was filled in on the way, with the law behind it")),
                "",
                "Examples:",
                "  infra explain design.infra FineTune.step_time",
                "  infra explain design.infra cost.per_token Baseline --depth 6",
                "  infra explain build/lab.Baseline.design.json power.peak --format json",
                "  infra explain rack-power-over-budget");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        String first = given.plain(0);
        if (first.isEmpty()) {
            terminal.out().print(list(JarRules.around(HERE, terminal)));
            return ExitCode.FINE;
        }
        String second = given.plain(1);
        if (second.isEmpty() && !Files.exists(Path.of(first))) return rule(first, null, terminal);
        if (second.contains("-")) return rule(second, first, terminal);
        ExplanationText text =
                new ExplanationText(
                        terminal.outPaint(),
                        terminal.glyphs(),
                        given.has("--si") ? Numbers.SI : Numbers.READABLE,
                        depth(given.value("--depth")),
                        given.has("--assumed"));
        boolean json = given.value("--format").equals("json");
        return new Explanations(terminal, first, json ? null : text).print(second, given.plain(2));
    }

    private static int depth(String given) throws UsageException {
        if (given.isEmpty()) return ExplanationText.DEPTH;
        if (!given.matches("[1-9][0-9]?"))
            throw new UsageException("--depth takes a number from 1 to " + DEEPEST);
        return Integer.parseInt(given);
    }

    /**
     * Prints the page of a rule.
     *
     * @param path whose project it may be of; null for the project here
     */
    private static int rule(String id, @Nullable String path, Terminal terminal)
            throws UsageException {
        String page = RulePages.page(id).orElse(null);
        if (page == null) page = LanguageMessages.section(id).orElse(null);
        if (page == null && isPath(id))
            throw new UsageException(id + ": there is no such file or folder");
        if (page == null) {
            JarRules jars =
                    path == null ? JarRules.around(HERE, terminal) : JarRules.of(path, terminal);
            page = jars.page(id);
            if (page == null) throw unknown(id, jars);
        }
        terminal.out().print(Page.write(page, terminal.outPaint()));
        return ExitCode.FINE;
    }

    private static boolean isPath(String id) {
        return id.contains("/") || id.endsWith(".infra") || id.endsWith(".json");
    }

    private static UsageException unknown(String id, JarRules jars) {
        List<String> ids = new ArrayList<>(RulePages.ids());
        ids.addAll(LanguageMessages.ids());
        ids.addAll(jars.summaries().keySet());
        String meant = Nearest.to(id, ids).map(r -> "; did you mean " + r + "?").orElse("");
        return new UsageException(
                "no rule " + id + (meant.isEmpty() ? "; infra explain lists the rules" : meant));
    }

    private static String list(JarRules jars) {
        SortedMap<String, String> all = new TreeMap<>(jars.summaries());
        for (String id : RulePages.ids()) all.put(id, String.valueOf(RulePages.summary(id)));
        int width = all.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder out = new StringBuilder();
        all.forEach(
                (id, summary) ->
                        out.append(id)
                                .append(" ".repeat(width - id.length() + 3))
                                .append(summary)
                                .append('\n'));
        return out.toString();
    }
}
