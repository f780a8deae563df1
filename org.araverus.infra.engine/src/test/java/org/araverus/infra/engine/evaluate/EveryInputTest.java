// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araverus.infra.engine.physics.Formulas;
import org.araverus.infra.engine.registry.Schema;
import org.araverus.infra.engine.registry.Schema.MetricEntry;
import org.junit.jupiter.api.Test;

/** No number of the fleet is read and ignored. */
class EveryInputTest {

    private static final Pattern NUMBER =
            Pattern.compile("\"([a-z_0-9]+)\": (\\d[\\d.e+-]*)(?=[,}\\s])");

    /** The version of the file, and parts of addresses. */
    private static final Set<String> NO_INPUTS = Set.of("schema", "from", "to");

    /** Numbers that move without moving a result here, and why. The list may only shrink. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of(
                    "links", "read for the ports of a domain's switches, which a rule counts",
                    "capacity", "usable memory is known and goes first",
                    "fp16", "the workloads run bf16",
                    "fp8", "the workloads run bf16",
                    "cp", "no sequence is cut",
                    "ep", "the model has no experts");

    @Test
    void tenPerCentMoveAResult() {
        String text = ClosedFormTest.text();
        Evaluation base = evaluate(text);
        Set<String> moving = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        Matcher m = NUMBER.matcher(text);
        while (m.find()) {
            double number = Double.parseDouble(m.group(2));
            if (number == 0 || NO_INPUTS.contains(m.group(1))) continue;
            all.add(m.group(1));
            for (double factor : new double[] {0.9, 1.1}) {
                String moved =
                        text.substring(0, m.start(2)) + number * factor + text.substring(m.end(2));
                if (!evaluate(moved).equals(base)) moving.add(m.group(1));
            }
        }
        all.removeAll(moving);
        assertThat(all).isEqualTo(EXCEPTIONS.keySet());
    }

    private static Evaluation evaluate(String text) {
        return ClosedForm.evaluate(ClosedFormTest.design(text));
    }

    @Test
    void metricsOfTheRegistryNameFormulasThatExist() {
        Set<String> missing = new TreeSet<>();
        Schema.builtIn()
                .kinds()
                .forEach(kind -> kind.metrics().forEach(metric -> collect(metric, missing)));
        assertThat(missing).isEmpty();
    }

    private static void collect(MetricEntry metric, Set<String> missing) {
        String id = metric.formula();
        metric.members().forEach(inner -> collect(inner, missing));
        if (!id.isEmpty() && !Formulas.ids().contains(id)) missing.add(id);
    }
}
