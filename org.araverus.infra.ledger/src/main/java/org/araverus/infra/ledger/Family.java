// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

/** Stacks that share laws, told by how a row's stack begins. */
enum Family {
    MEGATRON_LM("Megatron-LM"),
    MEGATRON_CORE("Megatron-Core"),
    NEMO("NeMo"),
    MEGATRON_BRIDGE("Megatron-Bridge"),
    MLPERF("MLPerf"),
    META("Meta"),
    OTHER("");

    private final String prefix;

    Family(String prefix) {
        this.prefix = prefix;
    }

    /** The family of a row's stack. */
    static Family of(String stack) {
        for (Family f : values()) if (stack.startsWith(f.prefix)) return f;
        return OTHER;
    }

    /** Its name without a release. */
    String title() {
        return prefix;
    }

    /** Whether norms are split over tensor-parallel ranks as a matter of course. */
    boolean splitsNorms() {
        return this != OTHER && this != META;
    }

    /** Whether its optimizer is distributed as a matter of course. */
    boolean distributesOptimizer() {
        return splitsNorms() && this != MEGATRON_LM;
    }

    /** Whether its recipes recompute modules, never whole layers. */
    boolean recomputesModules() {
        return this == NEMO || this == MEGATRON_BRIDGE || this == MLPERF;
    }

    /**
     * Whether its paper describes an Ethernet that spreads flows by hash; others print InfiniBand.
     */
    boolean hashesFlows() {
        return this == META;
    }

    /** Whether its adapters stand beside the output of attention, not its inputs alone. */
    boolean adaptsOutput() {
        return this == MLPERF;
    }

    /** Whether its recipes measure tuning on packed questions of SQuAD. */
    boolean tunesOnQuestions() {
        return this == NEMO || this == MEGATRON_BRIDGE;
    }

    /** Whether its recipes interleave stages where they print nothing. */
    boolean interleaves() {
        return this == NEMO || this == MLPERF;
    }
}
