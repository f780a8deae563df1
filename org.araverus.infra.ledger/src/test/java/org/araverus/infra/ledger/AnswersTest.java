// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Assumption;
import org.araverus.infra.engine.evaluate.Evaluation.Share;
import org.junit.jupiter.api.Test;

/** What people and programs read, on outcomes made by hand. */
class AnswersTest {
    private static final Origin ORIGIN = new Origin("x", "stack");
    private static final Evaluation.Run RUN =
            new Evaluation.Run(
                    "x.Work",
                    "x.Fleet",
                    "lib.A100",
                    8,
                    new TreeMap<>(Map.of("tp", 8L, "pp", 1L, "dp", 1L)),
                    "fp16",
                    "",
                    List.of(new Share("matrix products", 1.0), new Share("attention", 0.2)),
                    List.of(new Share("weights", 0x1p33), new Share("activations", 0x1p34)),
                    0,
                    80 * 0x1p30,
                    List.of(),
                    null,
                    null,
                    ORIGIN);
    private static final Cut CUT =
            new Cut(8, 1, 1, 1, 1, 1, 4, 0, true, List.of(Recompute.selective));

    private static Outcome predicted(
            Row row, double measured, double predicted, double peer, String... errors) {
        return new Outcome.Predicted(
                row,
                CUT,
                Recompute.selective,
                "text of " + row.id(),
                measured,
                predicted,
                peer,
                errors.length == 0,
                RUN,
                List.of(new Assumption("stack", "none", "fused kernels", ORIGIN)),
                Map.of(Law.EP, "1", Law.RACK, predicted > 1.2 ? "1 nodes" : "4 nodes"),
                List.of(errors));
    }

    private static Ledger.Result result() {
        Row rate =
                Rows.with(
                        Rows.GPT,
                        "id=rate",
                        "table=u",
                        "metric=tflops_per_gpu",
                        "value=137",
                        "unit=TFLOP/s",
                        "peer=other",
                        "peer_value=120");
        Row memory =
                Rows.with(Rows.GPT, "id=memory", "metric=activations", "value=9.5", "unit=GiB");
        return new Ledger.Result(
                List.of(
                        predicted(Rows.GPT, 1.1, 1.2, Double.NaN),
                        predicted(rate, 1.5, 1.3, 1.6),
                        new Outcome.Missing(Rows.with(rate, "id=a"), "the catalog has no model X"),
                        new Outcome.Missing(Rows.with(rate, "id=b"), "the catalog has no model X"),
                        new Outcome.Missing(Rows.with(rate, "id=c"), "pp is not known"),
                        predicted(memory, 9.5 * 0x1p30, 10 * 0x1p30, Double.NaN, "memory-over")),
                7);
    }

    @Test
    void textForPeople() throws Exception {
        Goldens.check("result.txt", result().text(true));
        assertThat(result().text(true)).startsWith(result().text(false));
    }

    @Test
    void jsonForPrograms() throws Exception {
        Goldens.check("result.json", result().json());
        assertValid(result().json());
    }

    @Test
    void nothingAtAll() throws Exception {
        Ledger.Result nothing = new Ledger.Result(List.of(), 0);
        Goldens.check("nothing.txt", nothing.text(true));
        assertValid(nothing.json());
        assertValid(new Ledger.Result(List.of(new Outcome.Missing(Rows.GPT, "no")), 0).json());
    }

    private static void assertValid(String json) throws Exception {
        String schema = Files.readString(Path.of("../docs/schema/ledger.schema.json"));
        var validator = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        assertThat(validator.validate(json, InputFormat.JSON)).isEmpty();
    }
}
