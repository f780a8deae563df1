// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.araverus.infra.report.Goldens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the pages say that the command answers, it answers. A page marks a block with {@code answer}
 * and the arguments, or with {@code file} and a path.
 */
class PagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?ms)^<!-- (answer|file) (.*?) -->\\R```(\\w+)\\R.*?^```\\R<!-- end -->$");

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
            String content = m.group(1).equals("file") ? file(m.group(2)) : answer(m.group(2));
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

    /** The answer from the root of the project. */
    private static String answer(String arguments) {
        String[] args =
                Arrays.stream(arguments.split(" "))
                        .map(a -> a.matches("(examples|validation)/.*") ? "../" + a : a)
                        .toArray(String[]::new);
        return Call.of(args).out().replace("../examples", "examples").replaceAll(" +(?=\n)", "");
    }
}
