// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServedTextTest {
    private static final Shelf SHELF =
            new Shelf(
                    Map.of(
                                    "B200-SXM", "lib.B200",
                                    "H100-SXM", "lib.H100",
                                    "DeepSeek-R1", "lib.R1",
                                    "gpt-oss-120b", "lib.Oss",
                                    "SGLang", "lib.SGLang",
                                    "TensorRT-LLM", "lib.TensorRT_LLM",
                                    "vLLM", "lib.vLLM")
                            ::get,
                    List.of(
                            new Shelf.Box("lib.DGX", "lib.B200", 8, "nic", 8, 50e9, null),
                            new Shelf.Box("lib.HGX", "lib.H100", 8, "nic", 8, 50e9, null)),
                    Map.of("lib.NDR", 50e9),
                    Set.of("lib.R1"),
                    Set.of("lib.R1"));

    private static final Row ROW =
            Rows.of(
                    "id=s",
                    "table=t",
                    "accelerator=B200-SXM",
                    "gpus=4",
                    "gpus_per_node=8",
                    "stack=vLLM",
                    "model=DeepSeek-R1",
                    "precision=nvfp4",
                    "mode=closed_loop",
                    "tp=4",
                    "pp=1",
                    "ep=1",
                    "dp=1",
                    "isl=1000",
                    "osl=500",
                    "concurrency=32",
                    "metric=tpot",
                    "value=10",
                    "unit=ms",
                    "score=yes",
                    "note=measured 2026-01-01");

    private static String text(String... cells) throws NotExpressed {
        Row row = Rows.with(ROW, cells);
        return ServedText.write(row, SHELF, new Laws(row));
    }

    @Test
    void aRowIsWrittenWhole() throws NotExpressed {
        assertThat(text("source=a page"))
                .isEqualTo(
                        """
                        // SPDX-License-Identifier: EPL-2.0
                        /* s: a page */
                        package ledger.t_t.r_s

                        import lib.DGX
                        import lib.NDR
                        import lib.R1
                        import lib.vLLM

                        rack Shelf { nodes: 1 x DGX }

                        topology Fabric is fat_tree { link: NDR }

                        cluster Fleet { racks: 1 x Shelf   network: Fabric }

                        workload Work serves R1 {
                          stack: vLLM
                          precision: bf16
                          expert_precision: fp4
                          kv_precision: fp8
                          concurrency: 32
                          prompt: uniform(800 tok, 1000 tok)
                          output: uniform(400 tok, 500 tok)
                          decode { tp: 4   replicas: 1 }
                        }

                        evaluate Row { run Work on Fleet }
                        """);
    }

    @Test
    void lawsFillWhatIsEmpty() throws NotExpressed {
        String hopper = text("accelerator=H100-SXM", "precision=mxfp4", "note=");
        assertThat(hopper)
                .contains("precision: bf16\n  weights: fp4\n  kv_precision: bf16")
                .contains("prompt: 1000 tok");
        assertThat(text("precision=fp8", "kv_precision=bf16")).contains("kv_precision: bf16");
        assertThat(text("mode=offline", "concurrency=")).doesNotContain("concurrency");
        assertThat(text("mode=offline", "concurrency=", "max_batch=64"))
                .contains("concurrency: 64\n  max_batch: 64");
    }

    /** What scripts set beside the stack's own is a stack of the row. */
    @Test
    void scriptsSetWhatTablesDoNotPrint() throws NotExpressed {
        assertThat(text("stack=SGLang"))
                .contains("stack Engine extends SGLang { serving { poll: 30 } }")
                .contains("stack: Engine");
        assertThat(text("stack=SGLang", "concurrency=8")).contains("poll: 10");
        assertThat(text("stack=SGLang", "accelerator=H100-SXM")).doesNotContain("poll");
        assertThat(text("stack=TensorRT-LLM")).contains("stream: 10 tok");
        assertThat(text("stack=TensorRT-LLM", "model=gpt-oss-120b", "precision=fp8"))
                .contains("weights: fp4")
                .doesNotContain("stream");
        assertThat(
                        text(
                                "table=trtllm",
                                "stack=TensorRT-LLM",
                                "mode=offline",
                                "isl=1000",
                                "osl=1000",
                                "concurrency="))
                .contains("serving { memory: 95 % }")
                .contains("concurrency: 3000");
    }

    @Test
    void poolsApart() throws NotExpressed {
        String apart =
                text(
                        "mode=disaggregated",
                        "gpus=12",
                        "prefill_workers=1",
                        "prefill_tp=4",
                        "decode_workers=1",
                        "decode_tp=1",
                        "decode_dp=8",
                        "decode_ep=8");
        assertThat(apart)
                .contains("prefill { tp: 4   replicas: 1 }")
                .contains("decode { tp: 1   dp: 8   ep: 8   replicas: 1 }")
                .contains("nodes: 2 x DGX");
    }

    @Test
    void whatTheLanguageCannotSay() {
        assertThatThrownBy(() -> text("precision=int3")).hasMessageContaining("no precision int3");
        assertThatThrownBy(() -> text("model=Other")).hasMessageContaining("no model Other");
        assertThatThrownBy(() -> text("concurrency=")).hasMessageContaining("in flight");
        assertThatThrownBy(() -> text("note=input tokens, prefill only; single GPU"))
                .hasMessageContaining("one side alone: input tokens, prefill only");
    }
}
