// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfraCommandTest {
    private static void misuse(String message, String... args) {
        Call c = Call.of(args);
        assertThat(c.err()).startsWith("infra: " + message);
        assertThat(c.out()).isEmpty();
        assertThat(c.code()).isEqualTo(2);
    }

    @Test
    void misuseIsSaidInPlainWords() {
        misuse("no command chek; did you mean check?", "chek");
        misuse(
                "no command sweep; there are check, compile, evaluate, explain, report, fmt,"
                        + " ledger, catalog, new, lsp",
                "sweep");
        misuse("no option --formt; did you mean --format?", "check", "--formt", "text", "x");
        misuse(
                "--format is one of text, json, sarif, github, junit; not xml",
                "check",
                "--format=xml",
                "x");
        misuse("--format is given twice", "check", "--format=json", "--format=json", "x");
        misuse("--color is one of auto, always, never; not red", "check", "--color=red", "x");
        misuse("PATH is missing", "check");
        misuse("PATH is empty", "fmt", "");
        misuse("DIR is empty", "new", "");
        misuse("NAME is empty", "evaluate", "x", "");
        misuse("--out DIR is missing", "compile", "x");
        misuse("too much: y", "compile", "x", "y", "--out", "d");
        misuse("no rule rack-power; infra explain lists the rules", "explain", "rack-power");
        misuse(
                "x.design.json is a compiled design; infra evaluate reads it",
                "check",
                "x.design.json");
        misuse("a\u0000b is no path", "evaluate", "a\u0000b");
        misuse("no option --quiet", "--quiet");
        assertThat(Call.of("check", "--formt=x").err()).endsWith("infra check --help tells more\n");
    }

    @Test
    void withoutArgumentsThereIsHelpAndNoResult() {
        Call c = Call.of();
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.out()).isEmpty();
        assertThat(c.err()).isEqualTo(Call.of("--help").out());
    }

    @Test
    void helpIsACommandToo() {
        assertThat(Call.of("help").out()).isEqualTo(Call.of("--help").out());
        assertThat(Call.of("help", "fmt").out()).isEqualTo(Call.of("fmt", "--help").out());
        misuse("no command chek; did you mean check?", "help", "chek");
    }

    @Test
    void helpOfEachCommandHasAnExample() {
        Call all = Call.of("--help");
        assertThat(all.code()).isZero();
        for (String command :
                List.of(
                        "check",
                        "compile",
                        "evaluate",
                        "explain",
                        "ledger",
                        "catalog",
                        "new",
                        "lsp")) {
            assertThat(all.out()).containsPattern("(?m)^  " + command + " +\\S");
            Call c = Call.of(command, "--help");
            assertThat(c.code()).isZero();
            assertThat(c.err()).isEmpty();
            assertThat(c.out()).contains("Example").contains("  infra " + command + " ");
            assertThat(c.out().lines()).allMatch(l -> l.length() <= 100);
        }
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Call c = Call.of("--version");
        assertThat(c.code()).isZero();
        assertThat(c.out())
                .matches(
                        "infra \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?   language [\\d.]+   catalog [\\d.]+\n");
    }

    @Test
    void whoseWorkIsInTheJarIsSaid() throws IOException {
        try (InputStream in = Main.class.getResourceAsStream("/META-INF/THIRD-PARTY.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .contains(
                            "(Apache-2.0) (BSD-3-Clause) ECharts",
                            "jackson-core",
                            "org.eclipse.xtext");
        }
    }
}
