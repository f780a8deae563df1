// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.EnumMap;
import java.util.Map;

/** Rows for tests. */
final class Rows {
    private Rows() {}

    /** A GPT of 22e9 parameters on one node of A100 (arXiv:2205.05198 table 5). */
    static final Row GPT =
            of(
                    "id=g",
                    "table=t",
                    "accelerator=A100-80G-SXM",
                    "gpus=8",
                    "gpus_per_node=8",
                    "scale_out_gbps_per_gpu=200",
                    "stack=Megatron-LM",
                    "model=Megatron-22B",
                    "params_B=22",
                    "layers=48",
                    "hidden=6144",
                    "heads=64",
                    "kv_heads=64",
                    "head_dim=96",
                    "ffn=24576",
                    "vocab=51200",
                    "seq_len=2048",
                    "global_batch_seqs=4",
                    "micro_batch=4",
                    "tp=8",
                    "pp=1",
                    "vpp=1",
                    "cp=1",
                    "dp=1",
                    "recompute=selective",
                    "sequence_parallel=1",
                    "precision=fp16",
                    "phase=pretrain",
                    "metric=step_time",
                    "value=1.1",
                    "unit=s",
                    "score=yes",
                    "note=FLOPs: 72*B*s*l*h^2*(1+s/6h+V/12lh) model; HFU adds recomputation");

    /** Cells as {@code column=value}. */
    static Row of(String... cells) {
        return with(new Row("test.csv", 2, Map.of()), cells);
    }

    /** The same row with other cells; an empty value takes one away. */
    static Row with(Row row, String... cells) {
        Map<Column, String> all = new EnumMap<>(Column.class);
        all.putAll(row.cells());
        for (String c : cells) {
            int at = c.indexOf('=');
            Column column = Column.of(c.substring(0, at));
            if (column == null) throw new IllegalArgumentException(c);
            all.put(column, c.substring(at + 1));
        }
        return new Row(row.file(), row.line(), all);
    }
}
