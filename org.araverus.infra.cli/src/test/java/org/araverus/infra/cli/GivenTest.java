// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;
import org.junit.jupiter.api.Test;

class GivenTest {
    private static final Usage MOVE =
            Usage.of(
                    "infra move",
                    "Moves.",
                    List.of(),
                    List.of(
                            new Parameter("FROM", true, false, "whence"),
                            new Parameter("TO", false, false, "where to")),
                    List.of(
                            Option.oneOf("--how", "WAY", "by foot", "walk", "run"),
                            new Option("--as", "NAME", true, List.of(), "whose name"),
                            Option.flag("--twice", "and again")));

    private static Given read(String... args) throws UsageException {
        return Given.read(MOVE, List.of(args));
    }

    private static void misuse(String message, String... args) {
        assertThatThrownBy(() -> read(args))
                .isInstanceOf(UsageException.class)
                .hasMessage(message + "\ninfra move --help tells more");
    }

    @Test
    void optionsStandAnywhereAndHaveDefaults() throws UsageException {
        Given g = read("a", "--as", "b=c", "--twice", "d", "--how=run");
        assertThat(g.plain()).containsExactly("a", "d");
        assertThat(g.value("--as")).isEqualTo("b=c");
        assertThat(g.value("--how")).isEqualTo("run");
        assertThat(g.has("--twice")).isTrue();
        Given least = read("a", "--as=x");
        assertThat(least.value("--how")).isEqualTo("walk");
        assertThat(least.value("--color")).isEqualTo("auto");
        assertThat(least.plain(1)).isEmpty();
        assertThat(least.has("--twice")).isFalse();
    }

    @Test
    void behindTwoDashesAllIsPlain() throws UsageException {
        Given g = read("--as=x", "--", "--how", "-");
        assertThat(g.plain()).containsExactly("--how", "-");
        assertThat(read("--as=x", "-").plain()).containsExactly("-");
    }

    @Test
    void whatCannotBeIsSaid() {
        misuse("FROM is missing", "--as=x");
        misuse("--as NAME is missing", "a");
        misuse("too much: c d", "a", "b", "c", "d", "--as=x");
        misuse("--as needs a value, NAME", "a", "--as");
        misuse("--as needs a value, NAME", "a", "--as=");
        misuse("--as needs a value, NAME", "a", "--as", "--twice");
        misuse("--how is one of walk, run; not fly", "a", "--how", "fly");
        misuse("--twice takes no value", "a", "--twice=2");
        misuse("--twice is given twice", "a", "--twice", "--twice");
        misuse("no option --twise; did you mean --twice?", "a", "--twise");
        misuse("no option -x", "a", "-x");
    }

    @Test
    void helpAsksForNothingElse() throws UsageException {
        assertThat(read("-h").has("--help")).isTrue();
        assertThat(read("--help").has("--help")).isTrue();
    }

    @Test
    void helpIsWrittenFromTheSameFacts() {
        assertThat(MOVE.help())
                .startsWith("infra move --as NAME FROM [TO] [OPTION...]\n\nMoves.\n\n")
                .contains("  FROM           whence\n")
                .contains("  --how WAY      by foot\n")
                .contains("  -h, --help     this text\n");
    }
}
