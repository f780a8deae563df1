// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.units.Show;
import org.araverus.infra.report.Goldens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the pages say that the command answers, it answers. A page marks a block with {@code answer}
 * and the arguments, with {@code file} and a path, or with {@code beside}, a path and evaluates
 * whose requirements are published figures.
 */
class PagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?ms)^<!-- (answer|file|beside) (.*?) -->\\R```(\\w+)\\R.*?^```\\R<!-- end -->$");

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> examples = Files.walk(ROOT.resolve("examples"))) {
            examples.filter(p -> p.endsWith("README.md")).sorted().forEach(pages::add);
        }
        return pages.stream().map(p -> dynamicTest(ROOT.relativize(p).toString(), () -> check(p)));
    }

    private static void check(Path page) throws IOException {
        Matcher m = BLOCK.matcher(Files.readString(page));
        StringBuilder now = new StringBuilder();
        while (m.find()) {
            String content =
                    switch (m.group(1)) {
                        case "file" -> file(m.group(2));
                        case "beside" -> beside(m.group(2));
                        default -> answer(m.group(2));
                    };
            String block =
                    "<!-- %s %s -->\n```%s\n%s```\n<!-- end -->"
                            .formatted(m.group(1), m.group(2), m.group(3), content);
            m.appendReplacement(now, Matcher.quoteReplacement(block));
        }
        m.appendTail(now);
        Goldens.check(page, now.toString());
    }

    private static String file(String path) throws IOException {
        return Files.readString(ROOT.resolve(path));
    }

    /** What requirements ask for beside what is predicted. */
    private static String beside(String arguments) {
        String[] args = arguments.split(" ");
        Workspace w = Workspace.open(List.of(ROOT.resolve(args[0])));
        StringBuilder all = new StringBuilder(line("published", "predicted", "error", "of what"));
        for (String name : Arrays.asList(args).subList(1, args.length))
            for (Compiled c : w.evaluates())
                if (c.name().endsWith("." + name))
                    for (Evaluation.Verdict v : ClosedForm.answers(c.design()).requirements())
                        all.append(
                                line(
                                        Show.value(v.right(), v.unit()),
                                        Show.value(v.left(), v.unit()),
                                        String.format(
                                                Locale.ROOT,
                                                "%+.1f %%",
                                                100 * (v.left() / v.right() - 1)),
                                        v.text()));
        return all.toString();
    }

    private static String line(String published, String predicted, String error, String what) {
        return String.format(Locale.ROOT, "%-14s%-14s%-10s%s%n", published, predicted, error, what);
    }

    /** The answer from the root of the project. */
    private static String answer(String arguments) {
        String[] args =
                Arrays.stream(arguments.split(" "))
                        .map(a -> a.matches("(examples|validation)/.*") ? "../" + a : a)
                        .toArray(String[]::new);
        return Call.of(args).out().replace("../examples", "examples").replaceAll(" +(?=\n)", "");
    }
}
