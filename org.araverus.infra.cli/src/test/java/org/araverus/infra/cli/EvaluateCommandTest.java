// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.araverus.infra.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final String LAB =
            """
            package lab

            import araverus.nvidia.*
            import araverus.models.*
            import araverus.stacks.*

            rack Row { nodes: 4 x DGX_H100 }

            topology Rails is fat_tree { switch: QM9700   link: NDR   tiers: 1 }

            site Hall { electricity: 0.1 USD/kWh }

            cluster Lab { site: Hall   racks: 1 x Row   network: Rails }

            workload Tune trains Llama_31_70B {
              stack: Megatron_Core   precision: bf16
              batch: 128   sequence: 8192 tok   parallel { tp: 8   pp: 4 }
            }

            workload Chat serves Llama_31_70B {
              precision: bf16   prompt: 1000 tok   output: 500 tok   arrivals: poisson(1 req/s)
              decode { tp: 8   replicas: 4 }
            }
            """;

    @TempDir Path folder;

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("lab.infra"), LAB + text).toString();
    }

    private Call evaluate(String text, String... more) throws IOException {
        String[] args = new String[2 + more.length];
        args[0] = "evaluate";
        args[1] = write(text);
        System.arraycopy(more, 0, args, 2, more.length);
        return Call.of(args);
    }

    @Test
    void theExitCodeIsTheAnswerToTheRequirements() throws IOException {
        String run = "evaluate Try { run Tune on Lab %s }";
        assertThat(evaluate(run.formatted("")).code()).isZero();
        Call met = evaluate(run.formatted("require Tune.step_time <= 1 h"));
        assertThat(met.out()).containsPattern("\n    met +Tune.step_time +<= 1 h +");
        assertThat(met.code()).isZero();
        Call missed = evaluate(run.formatted("require Tune.step_time <= 1 ms"));
        assertThat(missed.out()).containsPattern("\n    missed +Tune.step_time +<= 1 ms .* by ");
        assertThat(missed.code()).isEqualTo(1);
        Call undecided = evaluate("evaluate Try { run Chat on Lab require Chat.ttft.p99 <= 9 s }");
        assertThat(undecided.out()).containsPattern("\n    undecided +Chat.ttft.p99 +<= 9 s +\\S");
        assertThat(undecided.code()).isEqualTo(1);
    }

    @Test
    void oneOfSeveralIsAskedForByName() throws IOException {
        String two = "evaluate One { run Tune on Lab }\nevaluate Two { run Chat on Lab }\n";
        Call all = evaluate(two);
        assertThat(all.out()).startsWith("One   Tune on Lab").contains("\n\nTwo   Chat on Lab");
        assertThat(evaluate(two, "Two").out()).startsWith("Two   Chat on Lab");
        assertThat(evaluate(two, "lab.Two").out()).startsWith("Two   Chat on Lab");
        Call none = evaluate(two, "Twoo");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("no evaluate Twoo in ", "did you mean Two?");
    }

    @Test
    void severalJsonDocumentsFollowEachOther() throws IOException {
        String two = "evaluate One { run Tune on Lab }\nevaluate Two { run Chat on Lab }\n";
        String out = evaluate(two, "--format", "json").out();
        String[] documents = out.split("(?<=\n})\n");
        assertThat(documents).hasSize(2);
        for (String d : documents) Schemas.assertValid("evaluation.schema.json", d);
        assertThat(documents[1]).contains("\"name\" : \"lab.Two\"");
    }

    @Test
    void anErrorStandsInTheWay() throws IOException {
        String wrong =
                "rack Bad extends Row { power { budget: 1 kW } }\n"
                        + "cluster Weak { racks: 1 x Bad   network: Rails }\n"
                        + "evaluate Good { run Tune on Lab }\nevaluate Wrong { run Tune on Weak }\n";
        Call both = evaluate(wrong);
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.out()).startsWith("Good   Tune on Lab").doesNotContain("Wrong");
        assertThat(both.err())
                .contains("error[rack-power-over-budget]")
                .endsWith("Wrong is not evaluated: an error stands in the way\n");
        assertThat(evaluate(wrong, "Good").code()).isZero();
        Call json = evaluate(wrong, "Wrong", "--format=json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.err()).isEmpty();
        assertThat(json.out()).contains("rack-power-over-budget").doesNotContain("fidelity");
        Schemas.assertValid("evaluation.schema.json", json.out());
    }

    @Test
    void aTextThatCannotBeReadIsToldAsCheckTellsIt() throws IOException {
        Call c = evaluate("evaluate Broken { run Tune on }\n");
        assertThat(c.code()).isEqualTo(1);
        assertThat(c.out()).isEmpty();
        assertThat(c.err()).startsWith("error[").contains("lab.infra:");
    }

    @Test
    void aPersonSeesHowLongItTook() throws IOException {
        String file = write("evaluate Try { run Tune on Lab }");
        Call c = Call.in(new Environment(Map.of("NO_COLOR", "1"), true, false), "evaluate", file);
        assertThat(c.out().lines().findFirst().orElseThrow()).matches(".*closed form, \\d+ ms");
        assertThat(Call.of("evaluate", file, "--assumed").out()).contains("assumption");
        assertThat(Call.of("evaluate", file, "--ascii").out()).matches("\\p{ASCII}*");
        assertThat(Call.of("evaluate", file, "--si").out()).contains("tok/s").doesNotContain("GiB");
    }

    /** What a project sets and a text accepts counts for the compiled design as for the text. */
    @Test
    void aProjectsPolicyGoesWithTheDesign() throws IOException {
        String hot =
                "rack Hot extends Row { power { budget: 40 kW } }\n"
                        + "cluster Site1 { site: Hall   racks: 1 x Hot   network: Rails }\n"
                        + "evaluate Try { run Tune on Site1 }\n";
        assertThat(evaluate(hot).code()).isEqualTo(1);
        String milder = "project P { severity { \"rack-power-over-budget\": warning } }\n";
        String silent = "project P { severity { \"rack-power-over-budget\": off } }\n";
        String accepts = "project P { accept { \"rack-power-over-budget\": \"capped\" } }\n";
        String here =
                hot.replace("rack Hot", "@accept(\"rack-power-over-budget\", \"x\")\nrack Hot");
        assertThat(both(milder, hot)).contains("1 warning     infra check shows");
        assertThat(both(silent, hot)).doesNotContain("infra check");
        assertThat(both(accepts, hot)).doesNotContain("infra check");
        assertThat(both("", here)).doesNotContain("infra check");
    }

    /** Evaluates text and compiled design; the answer is one. */
    private String both(String project, String text) throws IOException {
        Files.writeString(folder.resolve("project.infra"), project);
        String file = write(text);
        assertThat(Call.of("check", file).code()).isZero();
        Call direct = Call.of("evaluate", file);
        assertThat(direct.code()).isZero();
        assertThat(Call.of("compile", file, "--out", folder.toString()).code()).isZero();
        String design = folder.resolve("lab.Try.design.json").toString();
        assertThat(Call.of("evaluate", design)).isEqualTo(direct);
        assertThat(Call.of("evaluate", design, "--format=json"))
                .isEqualTo(Call.of("evaluate", file, "--format=json"));
        Schemas.assertFollows(DesignSchema.text(), Files.readString(Path.of(design)));
        return direct.out();
    }
}
