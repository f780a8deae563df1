// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.report.Goldens;
import org.junit.jupiter.api.Test;

/** What power and cooling do to tokens a second, in examples that are changed in one place. */
class CouplingTest {
    private static final Path RACKS = Path.of("../examples/capped-racks/capped-racks.infra");
    private static final Path LIQUID = Path.of("../examples/gb200-nvl72-serving/deepseek.infra");

    /** Each change by its name: what is written, what stands there instead. */
    private static Map<String, String[]> ofRacks() {
        Map<String, String[]> all = new LinkedHashMap<>();
        all.put("as written", new String[] {"", ""});
        all.put("a feed removed", new String[] {"feeds: 4", "feeds: 3"});
        all.put("a rack's budget 2 kW lower", new String[] {"budget: 38 kW", "budget: 36 kW"});
        all.put("air that takes 6 kW less", new String[] {"air: 40 kW", "air: 34 kW"});
        all.put("a site's budget 100 kW lower", new String[] {"budget: 900 kW", "budget: 800 kW"});
        all.put("pue 0.2 higher", new String[] {"pue: 1.3", "pue: 1.5"});
        return all;
    }

    private static Map<String, String[]> ofLiquid() {
        Map<String, String[]> all = new LinkedHashMap<>();
        all.put("as written", new String[] {"", ""});
        all.put("half the flow", new String[] {"flow: 120 L/min", "flow: 60 L/min"});
        all.put("a wet bulb 10 K higher", new String[] {"wet_bulb: 24 degC", "wet_bulb: 34 degC"});
        return all;
    }

    @Test
    void powerAndAirMoveTokensWhereTheyAreHeld() throws Exception {
        String text = Files.readString(RACKS);
        check("capped-racks", text, ofRacks(), "Pretrain");
    }

    @Test
    void liquidMovesTokensWhereItThrottles() throws Exception {
        String text = Files.readString(LIQUID);
        String racks = "racks: 4 x GB200_NVL72\n  network: Rails\n}\n";
        assertThat(text).contains(racks);
        String own =
                text.replace(racks, "racks: 4 x Warm\n  network: Rails\n}\n")
                        + "\nrack Warm extends GB200_NVL72 {\n"
                        + "  cooling { flow: 120 L/min   throttling: true }\n}\n";
        check("gb200-nvl72-serving", own, ofLiquid(), "Full");
    }

    private void check(String name, String text, Map<String, String[]> changes, String workload) {
        StringBuilder out = new StringBuilder();
        String free = text.replace("capping: true", "").replace("throttling: true", "");
        double loose = tokens(free, workload);
        line(out, "nothing held", loose, 1);
        double before = tokens(text, workload);
        for (Map.Entry<String, String[]> c : changes.entrySet()) {
            String[] both = c.getValue();
            assertThat(text).as(c.getKey()).contains(both[0]);
            double held = tokens(text.replace(both[0], both[1]), workload);
            line(out, c.getKey(), held, held / before);
            if (!c.getKey().equals("as written")) assertThat(held).isLessThan(before);
            assertThat(tokens(free.replace(both[0], both[1]), workload))
                    .as("%s with nothing held", c.getKey())
                    .isEqualTo(loose);
        }
        Goldens.check(getClass(), "coupling-" + name + ".txt", out.toString());
    }

    private static void line(StringBuilder out, String name, double tokens, double ratio) {
        out.append(String.format(Locale.ROOT, "%-30s %12.3f tok/s %10.6f%n", name, tokens, ratio));
    }

    /** Tokens in a second, whatever rules say. */
    private static double tokens(String text, String workload) {
        Workspace texts = Workspace.ofTexts(Map.of("design.infra", text));
        for (Compiled c : texts.evaluates()) {
            Result r = ClosedForm.answers(c.design()).metrics().get(workload + ".throughput");
            if (r != null) return r.value();
        }
        throw new AssertionError("no evaluate runs " + workload);
    }
}
