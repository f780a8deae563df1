// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Value;

/** What stands in where a text says nothing; each use is listed with the evaluation. */
final class Defaults {

    /** Constants of a link. */
    record Of(double latency, double efficiency, double halfSize) {}

    /** NCCL tables of eight A100, H100 and B200: latency of a ring's step, all-gather of 537 MB. */
    static final Of SCALE_UP = new Of(1.5e-6, 0.7, 2e6);

    /** SimAI's rates of 200 and 400 Gbit/s adapters; NCCL's latency of a step between nodes. */
    static final Of SCALE_OUT = new Of(5e-6, 0.9, 1e6);

    static final String LINK_LAW = "public collective tables";

    /** Fits to public GEMM and attention tables of A100, H100 and B200, bf16. */
    static final double COMPUTE = 0.70;

    static final double COMPUTE_SPREAD = 0.15;
    static final double MEMORY = 0.80;
    static final double OVERHEAD = 5e-6;
    static final double ATTENTION = 0.60;
    static final double ATTENTION_HALF = 1000;
    static final double ATTENTION_MEMORY = 0.85;
    static final String KERNEL_LAW = "public kernel tables of A100, H100 and B200";

    /** Share of bf16's efficiency that smaller formats reach: 0.52 to 0.58 over 0.76 on H100. */
    static final double SMALL_FORMAT = 0.72;

    static final double GRADIENT = 4;
    static final double OPTIMIZER = 12;
    static final String STATE_LAW = "fp32 gradients; Adam with an fp32 master copy";
    static final double CONTEXT = 2 * 1024.0 * 1024 * 1024;
    static final String CONTEXT_LAW = "context and communication buffers";

    /** Means of fits to public serving benchmarks of three stacks on H100, H200 and B200. */
    static final double LAUNCH = 1;

    static final double EXPERT_LAYER = 15e-6;
    static final double REQUEST = 9e-6;
    static final double HOST_STEP = 0;
    static final double HOST_LAUNCH = 50e-6;
    static final double PROMPT_TIME = 1.1;
    static final double FIRST_TOKEN = 15e-3;
    static final double ALL_REDUCE = 5e-6;
    static final double ALL_TO_ALL = 33e-6;
    static final double HALF_ROWS = 17;
    static final String SERVING_LAW = "fit to public serving benchmarks";

    /** Share of the memory that serving engines take, as vLLM does until 0.19. */
    static final double RESERVED = 0.90;

    static final String RESERVED_LAW = "gpu_memory_utilization of vLLM";

    /** Median of simulated halls for accelerated computing, LBNL-2001637 (2024). */
    static final double PUE = 1.14;

    static final String PUE_LAW = "LBNL-2001637, halls for AI";
    static final double ELECTRICITY = 0.12 / 3.6e6;
    static final String ELECTRICITY_LAW = "0.12 USD/kWh";
    static final double LIFETIME = 5 * 365 * 86400.0;
    static final double INTEREST = 0.08;
    static final double UPKEEP = 0.05;
    static final String FINANCE_LAW = "5 years at 8 %, upkeep 5 % a year";

    /** Draw of a box without work over its nameplate: idle of DGX nodes by public readings. */
    static final double IDLE = 0.3;

    /** Between 2, where the voltage rises with the clock by a line, and 3, where in step. */
    static final double CLOCK_EXPONENT = 2.5;

    static final double CLOCK_EXPONENT_SPREAD = 0.5;

    static final String CLOCK_LAW = "unverified; dynamic draw goes with the clock's power 2 to 3";

    /** Of an H100: 1,980 MHz is what nvidia-smi prints as its application clock; 210 unverified. */
    static final double LOWEST_CLOCK = 0.11;

    static final String LOWEST_CLOCK_LAW = "unverified; 210 of the 1980 MHz of an H100";

    /** The power of the clock that the draw of an accelerator beyond idle follows. */
    static Value clockExponent(Accelerator a, Assumptions assumptions) {
        Value own = a.power().clockExponent();
        if (!own.isAbsent()) return own;
        Value filled = assumptions.or(own, CLOCK_EXPONENT, "", CLOCK_LAW);
        return Value.of(filled.si(), CLOCK_EXPONENT_SPREAD, filled.origin());
    }

    static final String IDLE_LAW = "30 % of the nameplate";

    /** What one crew takes for one rack, and the test of the whole: nobody publishes them. */
    static final double INSTALL = 86400.0;

    static final double BURN_IN = 7 * 86400.0;

    /** xAI's Colossus trained 19 days after its first rack came, the fastest that is published. */
    static final double RACKS_OF_A_CREW = 19;

    static final String DEPLOY_LAW = "unverified; 19 shifts as in the fastest published build";

    /** Detection 30 s, rescheduling 60 s, start of the job 210 s. */
    static final double RESTART = 300;

    static final String RESTART_LAW = "unverified; detection, rescheduling and start of a job";

    /** What a closed form misses of a time beyond its inputs, as half of the 90 % interval. */
    static final double RESIDUAL_TIME = 0.10;

    static final double RESIDUAL_MEMORY = 0.05;
    static final double RESIDUAL_POWER = 0.10;

    private Defaults() {}
}
