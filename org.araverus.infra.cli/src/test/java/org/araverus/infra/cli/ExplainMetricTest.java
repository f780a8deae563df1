// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Explained;
import org.araverus.infra.engine.json.ExplanationJson;
import org.araverus.infra.engine.json.UnreadableDesign;
import org.araverus.infra.engine.physics.Formulas;
import org.araverus.infra.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every metric of every example, down to lines, sources and laws. */
class ExplainMetricTest {
    private static final Path RACK = Path.of("../examples/first-rack/first-rack.infra");

    @TempDir Path folder;

    private List<Explained> examples() throws IOException, UnreadableDesign {
        List<Explained> all = new ArrayList<>();
        for (Path file : Examples.compiled(folder)) {
            Design design = Evaluated.read(Files.readString(file));
            Evaluation e = Evaluated.of(design).evaluation();
            if (e != null) all.add(Explained.of(design, e));
        }
        assertThat(all).hasSizeGreaterThan(5);
        return all;
    }

    @Test
    void eachMetricHasATreeWithItsValue() throws Exception {
        for (Explained e : examples()) {
            assertThat(e.derivations().keySet()).isEqualTo(e.evaluation().metrics().keySet());
            for (String m : e.metrics()) {
                assertThat(e.derivation(m).value()).as(m).isEqualTo(e.result(m).value());
            }
        }
    }

    /** By nothing but what is printed. */
    @Test
    void whatIsPrintedGivesWhatIsPrinted() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        for (Explained e : examples()) {
            for (String m : e.metrics()) {
                String text = ExplanationJson.write(e, m);
                Schemas.assertValid("explanation.schema.json", text);
                recompute(m, mapper.readTree(text));
            }
        }
    }

    private static void recompute(String metric, JsonNode tree) {
        JsonNode nodes = tree.get("nodes");
        for (JsonNode n : nodes) {
            if (!n.has("formula")) continue;
            double[] inputs = new double[n.get("inputs").size()];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = number(nodes.get(n.get("inputs").get(i).asInt()));
            }
            double again = Formulas.evaluate(n.get("formula").asText(), inputs);
            if (n.get("value").isNull()) {
                assertThat(again).isInfinite();
                continue;
            }
            assertThat(again)
                    .as(metric + ": " + n.get("name").asText())
                    .isCloseTo(number(n), within(1e-12 * Math.abs(again)));
        }
        double root = number(nodes.get(tree.get("root").asInt()));
        assertThat(root).isEqualTo(number(tree.get("result")));
    }

    private static double number(JsonNode n) {
        JsonNode v = n.get("value");
        return v.isNull() ? Double.POSITIVE_INFINITY : v.asDouble();
    }

    @Test
    void eachLeafIsALineOrASourceOrALaw() throws Exception {
        for (Explained e : examples()) {
            for (String m : e.metrics()) {
                Explained.walk(e.derivation(m), d -> leaf(e, m, d));
            }
        }
    }

    private static void leaf(Explained e, String metric, Derivation d) {
        if (!d.inputs().isEmpty()) return;
        assertThat(d.formula()).isNull();
        if (d.law() != null) {
            assertThat(d.law()).isNotBlank();
            return;
        }
        Origin o = d.origin();
        String what = e.design().name() + " " + metric + ": " + d.name() + " of " + o;
        assertThat(o).as(what).isNotNull();
        assertThat(e.design().trace()).as(what).containsKey(o);
        assertThat(e.design().trace().get(o).place()).as(what).isNotNull();
        if (e.design().trace().get(o).place().file().startsWith("araverus/"))
            assertThat(e.source(o)).as(what).isNotBlank();
    }

    @Test
    void textAndCompiledDesignAreExplainedAlike() throws Exception {
        Explained e = rack();
        for (String m : e.metrics()) {
            String json = ExplanationJson.write(e, m);
            assertThat(Call.of("explain", RACK.toString(), m, "--format", "json").out())
                    .isEqualTo(json);
        }
        Path design = compiled();
        for (String m : List.of("FineTune.step_time", "cost.per_hour")) {
            Call text = Call.of("explain", RACK.toString(), m, "Baseline");
            assertThat(Call.of("explain", design.toString(), m, "Baseline")).isEqualTo(text);
        }
    }

    private Path compiled() throws IOException {
        Call.of("compile", RACK.toString(), "--out", folder.toString());
        return folder.resolve("examples.first_rack.Baseline.design.json");
    }

    private Explained rack() throws IOException, UnreadableDesign {
        Design design = Evaluated.read(Files.readString(compiled()));
        return Explained.of(design, Evaluated.of(design).evaluation());
    }

    @Test
    void aTreeReadsDownToTheText() {
        Call c = Call.of("explain", RACK.toString(), "step_time", "--depth", "12");
        assertThat(c.code()).isZero();
        assertThat(c.out().lines().findFirst().orElseThrow())
                .matches("FineTune\\.step_time = \\S+ s {3}\\S+ \\.\\. \\S+ .*");
        assertThat(c.out()).contains("araverus/nvidia/hopper.infra:", "first-rack.infra:27\n");
        assertThat(c.out()).doesNotContain("shows more").contains("as above");
        Call shallow = Call.of("explain", RACK.toString(), "step_time", "--ascii", "--assumed");
        assertThat(shallow.out()).contains("--depth 5 shows more").matches("[\\p{ASCII}]*");
        assertThat(shallow.out()).contains("assumptions in it\n  ");
    }

    @Test
    void aSlipIsForgivenAndNothingIsMadeUp() {
        String path = RACK.toString();
        Call near = Call.of("explain", path, "FineTune.step_tim");
        assertThat(near.code()).isEqualTo(2);
        assertThat(near.err()).contains("no metric FineTune.step_tim in ", "FineTune.step_time?");
        assertThat(Call.of("explain", path, "steptime").err()).contains("FineTune.step_time?");
        assertThat(Call.of("explain", path, "xyz").err()).contains("lists those there are");
        assertThat(Call.of("explain", path, "memory").err())
                .contains("did you mean FineTune.memory.activations or ");
        assertThat(Call.of("explain", path, "mfu", "Other").err()).contains("no evaluate Other");
        assertThat(Call.of("explain", path, "mfu", "--depth", "0").code()).isEqualTo(2);
        assertThat(Call.of("explain", "no/such.infra").err()).contains("no such file");
        Call list = Call.of("explain", path);
        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("\n  FineTune.step_time ", "\n  power.peak ");
    }

    @Test
    void anErrorStandsInTheWay() {
        Call c = Call.of("explain", "../examples/first-rack/broken.infra", "step_time");
        assertThat(c.code()).isEqualTo(1);
        assertThat(c.out()).isEmpty();
        assertThat(c.err()).contains("an error stands in the way");
    }
}
