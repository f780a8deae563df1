// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.TextFix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A text for each rule, what is found in it, and what the rule's first fix makes of it: {@code
 * rules/<id>/<case>.infra}, {@code .errors}, {@code .fixed}. {@code -Dgoldens=write} writes the
 * latter two.
 */
class RuleGoldensTest {
    private static final Path RULES = Path.of("src/test/resources/rules");

    @TestFactory
    Stream<DynamicTest> goldens() throws IOException {
        return files(RULES, ".infra").stream()
                .map(f -> dynamicTest(RULES.relativize(f).toString(), () -> check(f)));
    }

    private static void check(Path file) throws IOException {
        String rule = file.getParent().getFileName().toString();
        Answer answer = Answer.of(file.getFileName().toString(), Files.readString(file));
        List<Diagnostic> own = answer.of(rule);
        assertThat(own).as(rule + " speaks\n" + answer.shown()).isNotEmpty();
        Goldens.compare(sibling(file, ".errors"), answer.shown());
        Path fixed = sibling(file, ".fixed");
        if (own.get(0).fixes().isEmpty()) {
            assertThat(fixed).doesNotExist();
            return;
        }
        List<TextFix> fixes = own.get(0).fixes();
        Goldens.compare(fixed, text(answer, fixes.get(0)));
        for (TextFix fix : fixes) { // each takes away its own finding
            Answer after = Answer.of(answer.file(), text(answer, fix));
            assertThat(after.of(rule))
                    .as(fix.title() + "\n" + after.shown())
                    .hasSizeLessThan(own.size());
        }
    }

    private static String text(Answer answer, TextFix fix) {
        return Objects.requireNonNull(answer.with(fix), "the fix changes another file");
    }

    @Test
    void nothingLiesWithoutItsText() throws IOException {
        try (Stream<Path> all = Files.walk(RULES)) {
            for (Path p : all.filter(Files::isRegularFile).toList()) {
                assertThat(p.toString()).matches(".*\\.(infra|errors|fixed)");
                assertThat(sibling(p, ".infra")).exists();
            }
        }
    }

    @Test
    void everyRuleHasGoldensAndEveryGoldenARule() throws IOException {
        Set<String> folders;
        try (Stream<Path> all = Files.list(RULES)) {
            folders =
                    all.map(p -> p.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(folders).isEqualTo(Rules.ids());
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static Path sibling(Path file, String suffix) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + suffix);
    }
}
