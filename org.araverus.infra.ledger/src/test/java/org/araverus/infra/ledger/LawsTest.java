// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.araverus.infra.engine.design.Recompute;
import org.junit.jupiter.api.Test;

class LawsTest {
    private static Cut cut(String... cells) throws NotExpressed {
        return new Laws(Rows.with(Rows.GPT, cells)).cut();
    }

    private static void refused(String why, String... cells) {
        assertThatThrownBy(() -> cut(cells)).isInstanceOf(NotExpressed.class).hasMessage(why);
    }

    @Test
    void theRowWins() throws NotExpressed {
        Laws laws = new Laws(Rows.with(Rows.GPT, "stack=X", "zero_stage=2", "ep=1"));
        Cut c = laws.cut();
        assertThat(c.tp()).isEqualTo(8);
        assertThat(c.microBatch()).isEqualTo(4);
        assertThat(c.zero()).isEqualTo(2);
        assertThat(c.sequenceParallel()).isTrue();
        assertThat(c.ladder()).containsExactly(Recompute.selective);
        assertThat(laws.used()).isEmpty();
    }

    @Test
    void emptyColumnsAreFilledAndNoted() throws NotExpressed {
        Laws laws = new Laws(Rows.with(Rows.GPT, "micro_batch=", "cp=", "dp=", "tp=4"));
        Cut c = laws.cut();
        assertThat(c.microBatch()).isEqualTo(1);
        assertThat(c.dp()).isEqualTo(2);
        assertThat(laws.used())
                .containsEntry(Law.MICRO_BATCH, "1")
                .containsEntry(Law.CP, "1")
                .containsEntry(Law.EP, "1")
                .containsEntry(Law.DP, "2")
                .doesNotContainKey(Law.VPP);
    }

    @Test
    void stateIsShardedAsTheStackDoes() throws NotExpressed {
        assertThat(cut().zero()).isZero();
        assertThat(cut("stack=NeMo v25.01").zero()).isEqualTo(1);
        assertThat(cut("stack=Megatron-Core r0.8").zero()).isEqualTo(1);
        assertThat(cut("stack=llm-foundry", "tp=1", "dp=8", "fsdp=8").zero()).isEqualTo(3);
        assertThat(cut("stack=Something").zero()).isNull();
        refused("the language cannot shard over a part of the copies", "tp=1", "dp=8", "fsdp=4");
    }

    @Test
    void anOldNameOfALaterStackIsToldByItsOptimizer() {
        assertThat(new Laws(Rows.GPT).stack()).isEqualTo("Megatron-LM");
        Laws later = new Laws(Rows.with(Rows.GPT, "zero_stage=1"));
        assertThat(later.stack()).isEqualTo("Megatron-Core without overlap");
        assertThat(later.used()).containsEntry(Law.STACK, "Megatron-Core without overlap");
        Row other = Rows.with(Rows.GPT, "zero_stage=1", "stack=NeMo 24.07");
        assertThat(new Laws(other).stack()).isEqualTo("NeMo 24.07");
    }

    @Test
    void normsAreSplitWhereTheStackDoesSo() throws NotExpressed {
        assertThat(cut("sequence_parallel=", "stack=Megatron-Bridge 26.02").sequenceParallel())
                .isTrue();
        assertThat(cut("sequence_parallel=", "stack=Something").sequenceParallel()).isNull();
        assertThat(cut("sequence_parallel=", "tp=1", "dp=8").sequenceParallel()).isFalse();
    }

    @Test
    void interleavesOnOldNeMoAlone() throws NotExpressed {
        String[] deep = {"vpp=", "layers=96", "gpus=64", "pp=8", "stack="};
        deep[4] = "stack=NeMo v25.04.01";
        assertThat(cut(deep).vpp()).isEqualTo(12);
        deep[1] = "layers=126";
        assertThat(cut(deep).vpp()).isEqualTo(8);
        deep[1] = "layers=97";
        assertThat(cut(deep).vpp()).isEqualTo(1);
        deep[1] = "layers=96";
        deep[4] = "stack=Megatron-Bridge 26.02";
        assertThat(cut(deep).vpp()).isEqualTo(1);
        deep[4] = "stack=MLPerf v5.0";
        assertThat(cut(deep).vpp()).isEqualTo(12);
        assertThat(cut("vpp=", "stack=NeMo 24.07").vpp()).isEqualTo(1);
    }

    @Test
    void whereNothingIsSaidTheLadderIsClimbed() throws NotExpressed {
        assertThat(cut("recompute=").ladder())
                .containsExactly(Recompute.none, Recompute.selective, Recompute.full);
        assertThat(cut("recompute=", "stack=NeMo 24.07").ladder())
                .containsExactly(Recompute.none, Recompute.modules);
    }

    @Test
    void layoutsThatDoNotFillTheAcceleratorsAreRefused() {
        refused("tp is not known", "tp=");
        refused("tp x pp x cp does not divide the accelerators", "tp=3");
        refused("tp x pp x cp x dp is not the number of accelerators", "dp=2");
    }
}
