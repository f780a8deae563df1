// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.dsl.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings that a project accepts as they are. */
class BaselineTest {
    private static final String RACK =
            """
            package a
            import araverus.nvidia.*
            rack R { nodes: 4 x DGX_H100   power { budget: %d kW } }
            """;

    @TempDir Path folder;

    @Test
    void acceptsWhatItHoldsAndNothingElse() throws IOException {
        write("a.infra", RACK.formatted(34));
        write("project.infra", "project P {\n  baseline: \"accepted.txt\"\n}\n");
        write("accepted.txt", "");
        assertThat(said()).containsExactly("ERROR rack-power-over-budget null");

        Path baseline = folder.resolve("accepted.txt");
        write("accepted.txt", open().baselineText(baseline));
        assertThat(said()).containsExactly("ERROR rack-power-over-budget baseline accepted.txt");
        assertThat(open().baselineText(baseline)).isEqualTo(Files.readString(baseline));

        write("a.infra", RACK.formatted(33));
        assertThat(said())
                .containsExactly(
                        "ERROR rack-power-over-budget null", "NOTE baseline-outdated null");
        write("a.infra", RACK.formatted(50));
        assertThat(said()).containsExactly("NOTE baseline-outdated null");
    }

    @Test
    void mistakesOfWritingAreNotAccepted() throws IOException {
        write("a.infra", "package a\nrack R { power { budget: 34 parsec } }\n");
        String text = open().baselineText(folder.resolve("accepted.txt"));
        assertThat(text.lines().filter(l -> !l.startsWith("#"))).isEmpty();
    }

    @Test
    void oneThatIsNotThereIsAFinding() throws IOException {
        write("a.infra", "package a\n");
        write("project.infra", "project P {\n  baseline: \"accepted.txt\"\n}\n");
        assertThat(said()).containsExactly("ERROR baseline-unreadable null");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private Workspace open() {
        return Workspace.open(List.of(folder));
    }

    private List<String> said() {
        return open().check().stream()
                .map(d -> d.severity() + " " + d.code() + " " + d.accepted())
                .toList();
    }
}
