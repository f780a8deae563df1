// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands where the pointer rests, on the first rack. */
class HoverTest {
    private static final Path EXAMPLE = Path.of("../examples/first-rack/first-rack.infra");
    private static final String RACK = "first-rack.infra";

    @TempDir Path folder;
    private Client editor;

    @BeforeEach
    void open() throws IOException {
        Files.copy(EXAMPLE, folder.resolve(RACK));
        editor = new Client(folder);
        editor.open(RACK);
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private String hover(String piece) {
        Hover h =
                editor.texts()
                        .hover(new HoverParams(editor.file(RACK), editor.at(RACK, piece)))
                        .join();
        return h == null ? "" : h.getContents().getRight().getValue();
    }

    @Test
    void aRack() {
        assertThat(hover("rack Air|Rack"))
                .contains("`rack examples.first_rack.AirRack`")
                .contains("| accelerators | 32 |")
                .containsPattern("\\| nameplate \\| [0-9.]+ kW \\| of 44 kW \\|")
                .containsPattern("\\| rack power, Baseline \\| [0-9.]+ kW \\| of 44 kW \\|")
                .containsPattern("\\| heat into the air, Baseline \\| [0-9.]+ kW \\| of 44 kW \\|")
                .containsPattern("\\| weight \\| [0-9_.]+ kg \\|")
                .contains("- `nodes` 4 x DGX_H100\n- `leaf` 1 x QM9700");
    }

    @Test
    void aClusterASiteANode() {
        assertThat(hover("cluster Lab|32"))
                .containsPattern("`power.peak`, Baseline \\| [0-9.]+ kW")
                .contains("- `racks` 1 x AirRack");
        assertThat(hover("site L|ab {"))
                .containsPattern("site power, Baseline \\| [0-9.]+ kW \\| of 60 kW");
        assertThat(hover("4 x DGX|_H100")).contains("| nameplate | 10.2 kW |", "8 x H100_SXM");
    }

    @Test
    void aWorkloadHasALineForEachEvaluate() {
        assertThat(hover("workload Fine|Tune"))
                .containsPattern(
                        "- \\*\\*Baseline\\*\\* step [0-9.]+ s · MFU [0-9.]+ % · bound by ");
    }

    @Test
    void anAttribute() {
        String text = hover("power   { bud|get: 44 kW");
        assertThat(text)
                .contains("`rack.power.budget` The most it may draw [W  0..]")
                .contains("**44 kW**")
                .contains("read by", "rack-power-over-budget", "A rack draws more");
        assertThat(text).doesNotContain("site-power");
        assertThat(hover("ba|tch: 128")).contains("`workload.batch`", "**128**");
    }

    @Test
    void aNumberInOtherUnits() {
        assertThat(hover("budget: 44| kW   feeds"))
                .contains("`44 kW`", "44_000 W = 44 kW = 0.044 MW");
        assertThat(hover("link: 400 Gbit|/s")).contains("50 GB/s", "400 Gbit/s");
        assertThat(hover("inlet: 24 de|gC")).contains("24 degC = 297 K");
    }

    @Test
    void aMetricAndWhetherItsGoalIsMet() {
        assertThat(hover("require FineTune.step|_time"))
                .contains("`workload.step_time`")
                .containsPattern("\\*\\*Baseline\\*\\* [0-9.]+ s \\([0-9.]+ .. [0-9.]+\\)")
                .containsPattern("\\*\\*Baseline\\*\\* met: [0-9.]+ s, [0-9.]+ s to spare");
        assertThat(hover("require FineTune.memory.pe|ak"))
                .containsPattern("\\*\\*Baseline\\*\\* [0-9.]+ GiB");
        assertThat(hover("re|quire FineTune.memory.peak")).contains("met: ");
    }

    @Test
    void anEvaluate() {
        assertThat(hover("evaluate Base|line"))
                .containsPattern("- step [0-9.]+ s · .* · [0-9] of 3 met")
                .contains("- Lab32.power.peak <= 44 kW: ");
    }

    @Test
    void nothingBetweenThem() {
        assertThat(hover("AirRack {|\n")).isEmpty();
    }
}
