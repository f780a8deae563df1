// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Workspace;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One closing brace that is missing is said once, wherever it was. */
class BraceMissingTest {
    private static final Path HOME = Path.of("../examples");
    private static final Pattern SIGN =
            Pattern.compile("(?s)//[^\\n]*|/\\*.*?\\*/|\"[^\"\\n]*\"|\\}");

    private static List<String> braces(String text) {
        return Workspace.ofTexts(Map.of("t.infra", text)).check().stream()
                .filter(d -> d.code().equals("missing-brace"))
                .map(d -> d.place().line() + ": " + d.message())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> eachBraceOfEachExample() throws IOException {
        try (Stream<Path> files = Files.walk(HOME)) {
            return files.filter(f -> f.toString().endsWith(".infra")).sorted().toList().stream()
                    .map(f -> dynamicTest(HOME.relativize(f).toString(), () -> check(f)));
        }
    }

    private static void check(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> wrong = new ArrayList<>();
        for (Matcher m = SIGN.matcher(text); m.find(); ) {
            if (!m.group().equals("}")) continue;
            List<String> said = braces(text.substring(0, m.start()) + text.substring(m.end()));
            if (said.size() != 1)
                wrong.add("line " + text.substring(0, m.start()).lines().count() + ": " + said);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void severalAreSaidEach() {
        assertThat(braces("rack A {\nrack B {\nrack C { }\n"))
                .containsExactly(
                        "2: a } is missing before rack B", "3: a } is missing before rack C");
        assertThat(braces("rack A {\nrack B { }\nrack C {\n  size: 2 m\n"))
                .containsExactly(
                        "2: a } is missing before rack B",
                        "4: a } is missing at the end of the file");
        assertThat(braces("rack A {\n  power {\n    budget: 2 kW\nrack B { }\n"))
                .containsExactly("4: a } is missing before rack B");
        assertThat(braces("rack A {\nrack {\n")).isNotEmpty().noneMatch(s -> s.contains("null"));
    }
}
