// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.engine.design.Recompute;
import org.junit.jupiter.api.Test;

class RowTextTest {
    private static final double GBIT = 1e9 / 8;
    private static final Shelf SHELF =
            new Shelf(
                    Map.of(
                                    "A100-80G-SXM", "lib.A100",
                                    "GB200", "lib.GB200",
                                    "Megatron-22B", "lib.Megatron_22B",
                                    "Megatron-LM", "lib.Megatron_LM",
                                    "NeMo", "lib.NeMo",
                                    "NeMo v25", "lib.NeMo_25")
                            ::get,
                    List.of(
                            box("lib.B_A100", "lib.A100", 8, 100, null),
                            box("lib.C_A100", "lib.A100", 8, 200, null),
                            box(
                                    "lib.Tray",
                                    "lib.GB200",
                                    4,
                                    400,
                                    new Shelf.Domain("lib.NVL72", "compute", 18))),
                    Map.of("lib.HDR", 200 * GBIT),
                    Set.of(),
                    Set.of());

    private static Shelf.Box box(
            String name, String accelerator, long n, double gbps, Shelf.Domain domain) {
        return new Shelf.Box(name, accelerator, n, "nic", n, gbps * GBIT, domain);
    }

    private static String text(String... cells) throws NotExpressed {
        Row row = Rows.with(Rows.GPT, cells);
        return RowText.write(row, SHELF, new Laws(row), Recompute.selective);
    }

    @Test
    void aRowIsWrittenWhole() throws NotExpressed {
        assertThat(text("source=a paper, table 5"))
                .isEqualTo(
                        """
                        // SPDX-License-Identifier: EPL-2.0
                        /* g: a paper, table 5 */
                        package ledger.t_t.r_g

                        import lib.C_A100
                        import lib.HDR
                        import lib.Megatron_22B
                        import lib.Megatron_LM

                        model Net extends Megatron_22B {
                          layers: 48   hidden: 6144   heads: 64   kv_heads: 64   head_dim: 96   ffn: 24576   vocab: 51200
                        }

                        rack Shelf { nodes: 1 x C_A100 }

                        topology Fabric is fat_tree { link: HDR }

                        cluster Fleet { racks: 1 x Shelf   network: Fabric }

                        workload Work trains Net {
                          stack: Megatron_LM
                          precision: fp16   sequence: 2048 tok   batch: 4   micro_batch: 4
                          parallel { tp: 8   pp: 1   vpp: 1   cp: 1   ep: 1   dp: 1   zero: 0   sequence_parallel: true }
                          recompute: selective
                        }

                        evaluate Row { run Work on Fleet }
                        """);
    }

    @Test
    void aSourceCannotEndItsComment() throws NotExpressed {
        assertThat(text("source=a */ b\nc")).contains("/* g: a * / b c */");
    }

    @Test
    void theNodeWithTheRowsNetworkIsTaken() throws NotExpressed {
        assertThat(text("scale_out_gbps_per_gpu=100"))
                .contains("nodes: 1 x B_A100")
                .contains("link: 100 Gbit/s");
        assertThat(text("scale_out_gbps_per_gpu=")).contains("nodes: 1 x B_A100");
    }

    @Test
    void aNetworkThatNoNodeHasIsWrittenDown() throws NotExpressed {
        assertThat(text("scale_out_gbps_per_gpu=50"))
                .contains("nic Adapter { bandwidth: 50 Gbit/s }")
                .contains("node Host extends B_A100 { nic: 8 x Adapter }")
                .contains("nodes: 1 x Host")
                .contains("link: 50 Gbit/s");
    }

    @Test
    void racksAreEqual() throws NotExpressed {
        assertThat(text("gpus=48", "dp=6")).contains("nodes: 3 x C_A100").contains("racks: 2 x");
        assertThat(text("gpus=40", "dp=5")).contains("nodes: 1 x C_A100").contains("racks: 5 x");
    }

    @Test
    void aDomainOfManyNodesIsARack() throws NotExpressed {
        String[] cells = {"accelerator=GB200", "gpus_per_node=4", "scale_out_gbps_per_gpu=400"};
        assertThat(text(with(cells, "gpus=256", "dp=32")))
                .contains("rack Shelf extends NVL72 { compute: 16 x Tray }")
                .contains("racks: 4 x Shelf");
        assertThat(text(with(cells, "gpus=72", "dp=9"))).contains("compute: 18 x Tray");
    }

    private static String[] with(String[] cells, String... more) {
        String[] all = java.util.Arrays.copyOf(cells, cells.length + more.length);
        System.arraycopy(more, 0, all, cells.length, more.length);
        return all;
    }

    @Test
    void aStackGoesByItsLongestBeginning() throws NotExpressed {
        assertThat(text("stack=NeMo v25.04.01")).contains("stack: NeMo_25\n");
        assertThat(text("stack=NeMo 24.07")).contains("stack: NeMo\n");
        assertThat(text("stack=NeMor")).doesNotContain("stack:");
    }

    @Test
    void expertsAreWrittenAsTheRowHasThem() throws NotExpressed {
        assertThat(text("experts=8", "experts_topk=2", "expert_ffn=4096", "note=dense_layers 1"))
                .contains("experts { count: 8   active: 2   ffn: 4096   dense_layers: 1 }");
    }

    @Test
    void formatsGoByTheirWidth() throws NotExpressed {
        assertThat(text("precision=mxfp8")).contains("precision: fp8 ");
        assertThat(text("precision=nvfp4")).contains("precision: fp4 ");
    }

    @Test
    void adaptersStandWhereTheRecipesPutThem() throws NotExpressed {
        assertThat(text("stack=NeMo 24.07", "phase=lora"))
                .contains("  adapter { rank: 16   targets: qkv }\n");
        assertThat(text("stack=MLPerf v5.0", "phase=lora"))
                .contains("  adapter { rank: 16   targets: attention }\n");
        assertThat(text("phase=sft")).doesNotContain("adapter");
    }

    @Test
    void tuningOnNemoIsPackedWithShortDocuments() throws NotExpressed {
        assertThat(text("stack=NeMo 24.07", "phase=sft")).contains("   document: 200 tok   batch");
        assertThat(text("stack=NeMo 24.07", "phase=pretrain")).doesNotContain("document");
        assertThat(text("stack=MLPerf v5.0", "phase=lora")).doesNotContain("document");
    }

    @Test
    void whatTheLanguageCannotSayIsRefused() {
        refused("the catalog has no model X", "model=X");
        refused("the catalog has no accelerator X", "accelerator=X");
        refused("the catalog has no node with 4 A100-80G-SXM", "gpus_per_node=4");
        refused("the language has no precision fp3", "precision=fp3");
        refused("seq_len is not known", "seq_len=");
        refused("the run takes a part of a node", "gpus=12", "tp=1", "dp=12");
    }

    private static void refused(String why, String... cells) {
        assertThatThrownBy(() -> text(cells)).isInstanceOf(NotExpressed.class).hasMessage(why);
    }
}
