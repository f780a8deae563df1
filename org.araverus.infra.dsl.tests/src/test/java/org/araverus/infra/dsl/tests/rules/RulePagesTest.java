// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.engine.finding.InfraRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A page for each rule, whose facts are the rule's and whose texts are as wrong and right as it
 * says.
 */
class RulePagesTest {
    private static final Path PAGES = Path.of("../docs/rules");
    private static final Path INDEX = PAGES.resolve("README.md");
    private static final Pattern SNIPPET =
            Pattern.compile("(?ms)^## (Wrong|Right)\\R(.*?)(?=^## |\\z)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```infra\\R(.*?)^```$");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\|.*\\R(?:^\\|.*\\R)*");

    @TestFactory
    Stream<DynamicTest> pages() {
        return Rules.all().stream().map(r -> dynamicTest(r.id(), () -> check(r)));
    }

    private static void check(InfraRule rule) throws IOException {
        String page = Files.readString(PAGES.resolve(rule.id() + ".md"));
        assertThat(page).startsWith("# " + rule.id() + "\n\n" + rule.summary() + ".\n\n");
        assertThat(page)
                .contains(
                        "| layer | severity | since |\n|---|---|---|\n| %s | %s | %s |\n"
                                .formatted(
                                        word(rule.layer()), word(rule.severity()), rule.since()));
        List<String> headings =
                page.lines().filter(l -> l.startsWith("## ")).map(l -> l.substring(3)).toList();
        assertThat(headings)
                .containsExactly("What it looks at", "Why", "Wrong", "Right", "Configuration");
        List<Answer> wrong = snippets(page, "Wrong");
        List<Answer> right = snippets(page, "Right");
        assertThat(wrong).isNotEmpty();
        assertThat(right).isNotEmpty();
        for (Answer a : wrong) {
            assertThat(a.of(rule.id())).as("wrong\n" + a.shown()).isNotEmpty();
        }
        for (Answer a : right) {
            assertThat(a.shown()).as("right").isEmpty();
        }
    }

    private static List<Answer> snippets(String page, String heading) {
        List<Answer> all = new ArrayList<>();
        Matcher section = SNIPPET.matcher(page);
        while (section.find()) {
            Matcher fence = FENCE.matcher(section.group(2));
            while (section.group(1).equals(heading) && fence.find()) {
                all.add(Answer.of("page.infra", fence.group(1)));
            }
        }
        return all;
    }

    @Test
    void everyPageHasItsRule() throws IOException {
        try (Stream<Path> all = Files.list(PAGES)) {
            Set<String> pages =
                    all.map(p -> p.getFileName().toString())
                            .filter(n -> !n.equals("README.md"))
                            .map(n -> n.substring(0, n.length() - ".md".length()))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(pages).isEqualTo(Rules.ids());
        }
    }

    @Test
    void theIndexHoldsAllOfThem() throws IOException {
        StringBuilder table =
                new StringBuilder("| rule | layer | severity | says |\n|---|---|---|---|\n");
        for (InfraRule r : Rules.all()) {
            table.append(
                    "| [%s](%s.md) | %s | %s | %s |\n"
                            .formatted(
                                    r.id(),
                                    r.id(),
                                    word(r.layer()),
                                    word(r.severity()),
                                    r.summary()));
        }
        String index = Files.readString(INDEX);
        if (Goldens.WRITE) {
            index = TABLE.matcher(index).replaceFirst(Matcher.quoteReplacement(table.toString()));
            Files.writeString(INDEX, index);
        }
        assertThat(index).contains(table);
    }

    @Test
    void whatTheIndexTeachesWorks() throws IOException {
        List<String> texts =
                FENCE.matcher(Files.readString(INDEX)).results().map(r -> r.group(1)).toList();
        assertThat(texts).hasSize(2);
        assertThat(Answer.of("project.infra", texts.get(0)).found()).isEmpty();
        assertThat(Answer.of("rack.infra", texts.get(1)).found())
                .extracting(Diagnostic::code, Diagnostic::accepted)
                .containsExactly(tuple("rack-power-over-budget", "the feed is replaced in May"));
    }

    private static String word(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT);
    }
}
