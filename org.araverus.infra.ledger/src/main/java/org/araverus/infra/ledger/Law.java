// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.util.Locale;

/**
 * What fills a column that a row leaves empty: the same for all rows of a stack, chosen before
 * results are seen. Where the row has a value, the row wins.
 */
enum Law {
    /** mcore_distributed_optim; arXiv:2104.04473 and 2205.05198 keep the optimizer on all ranks. */
    STACK(
            "Megatron-LM without a release, where a row shards the optimizer, is Megatron-Core: the"
                    + " Megatron-LM of the papers of 2021 and 2022 does not"),
    /** Megatron-Bridge recipes print modules, never whole layers; elsewhere the ladder is whole. */
    RECOMPUTE(
            "the least of none, selective, full that fits the memory; on NeMo, Megatron-Bridge and"
                    + " MLPerf of none and modules, since their recipes print modules, never whole"
                    + " layers"),
    /** Recipes of dgxc-benchmarking; NeMo recipes nemotron4_*. */
    SEQUENCE_PARALLEL(
            "1 where tp > 1 on Megatron-LM, Megatron-Core, NeMo, Megatron-Bridge, MLPerf; elsewhere"
                    + " what the stack does"),
    /** mcore_distributed_optim, distributed_fused_adam; arXiv:2104.04473 replicates its state. */
    ZERO_STAGE(
            "1 on Megatron-Core, NeMo, Megatron-Bridge, MLPerf (distributed optimizer); 3 where fsdp"
                    + " shards; 0 on Megatron-LM without a release; elsewhere what the stack does"),
    /** dgxc-benchmarking prints 12 for Nemotron-4-340B; MLPerf configurations of Llama 405B. */
    VPP(
            "pp > 1 on NeMo before Megatron-Bridge and on MLPerf: the largest v <= 12 for which pp x"
                    + " v divides layers, or layers + 2 (embedding and head take a slot); else 1"),
    /** The usual one where nothing is said. */
    MICRO_BATCH("1"),
    /** None unless said. */
    CP("1"),
    /** None unless said. */
    EP("1"),
    /** Follows from the placement. */
    DP("gpus / (tp x pp x cp)"),
    /** The node that the catalog knows. */
    GPUS_PER_NODE("accelerators of the catalog's node with that accelerator"),
    /** DGX data sheets. */
    SCALE_OUT_GBPS_PER_GPU("the NICs of the catalog's node with that accelerator"),
    /** Nobody prints the racks, and they make no difference to a network without tiers. */
    RACK(
            "at most 4 nodes in a rack, 18 where the rack is one scale-up domain; as many as divide"
                    + " the nodes"),
    /** Published clusters are built so; only where a system is known to be thinner is it said. */
    NETWORK(
            "non-blocking, its links as fast as the node's NICs: InfiniBand, on Meta's stack the Ethernet"
                    + " of its paper, which spreads 16 flows a host by hash"),
    /** A language of formats by their width. */
    FORMAT("mxfp8 counts as fp8, nvfp4 as fp4"),
    /** The clients of public benchmarks: RANDOM_RANGE_RATIO of InferenceX is 0.8. */
    LENGTHS(
            "rows that say when they were measured: drawn evenly from 0.8 to 1 of what is printed; of"
                    + " the others those on H100, H200, A100 and of offline runs exact"),
    /** A tenth of a benchmark's requests is sent at once, at the start. */
    BURST(
            "a tenth of the requests comes at once: their first tokens wait for half of the prompts"
                    + " of the others, and for the steps that read them"),
    /** InferenceX scripts: chunked-prefill-size, max-num-batched-tokens, max_num_tokens. */
    CHUNK(
            "tokens of the prompts that a step reads when many come at once: offline 8192, or the"
                    + " batch where its first token is measured; SGLang 16384, 32768 for DeepSeek fp8, GLM-5 fp8 and bf16;"
                    + " vLLM 8192 or twice the prompt; TensorRT-LLM in flight + prompt + 64 and at"
                    + " least 8192 from 2026, + 256 before, 20000 for gpt-oss, 16384 for Llama 70B;"
                    + " undated rows on Hopper 4096; at least one prompt"),
    /** InferenceX scripts: scheduler-recv-interval. */
    POLLING(
            "SGLang on Blackwell looks at new requests every 10 steps below 16 in flight, else every"
                    + " 30"),
    /** InferenceX scripts: stream_interval. */
    STREAM_INTERVAL("DeepSeek on TensorRT-LLM shows its first tokens 10 at a time; else each"),
    /** TensorRT-LLM performance pages. */
    MEMORY_SHARE("0.95 for saturated runs of TensorRT-LLM; else what the stack takes"),
    /** TensorRT-LLM performance pages. */
    REQUESTS(
            "saturated runs of TensorRT-LLM have the number of requests that its pages print for"
                    + " their lengths, all there at the start; at the end engines run empty"),
    /** Checkpoints and kernels of the public recipes. */
    SERVED_FORMAT(
            "gpt-oss is mxfp4 whatever is printed; nvfp4 is fp4, latent attention in 16 bits; mxfp4 is experts stored in 4 bits, computed in"
                    + " fp8 on Blackwell, in 16 bits before; int4 is experts stored in 4 bits"),
    /** InferenceX scripts and engine defaults. */
    KV_PRECISION(
            "fp8 on TensorRT-LLM with fp8 or nvfp4, and on Blackwell with 8 or 4 bits elsewhere; else"
                    + " 16 bits"),
    /** A batch that is sent at once and answered as a whole. */
    ONE_BATCH("max_batch requests in flight where a table prints it offline; else full engines"),
    /** The engine's default, or what a row prints. */
    MAX_BATCH("what fits the memory"),
    /** Pools of one run stand side by side. */
    SERVED_FLEET("whole nodes and racks, of which the engines take what the row says"),
    /**
     * MLPerf's rules of LoRA fix rank and targets; recipes of NVIDIA/NeMo and Megatron-Bridge set
     * target_modules to linear_qkv where they measure.
     */
    ADAPTER(
            "lora: rank 16 beside queries, keys and values (performance recipes of NeMo and"
                    + " Megatron-Bridge); on MLPerf beside the output of attention too"),
    /** SquadDataModule, packed_sequence_specs of the recipes; the length is an estimate. */
    DOCUMENT(
            "sft, lora on NeMo and Megatron-Bridge: sequences packed with questions of SQuAD, about"
                    + " 200 tokens each, which see themselves alone"),
    /** The same work by token. */
    FINE_TUNING("sft is computed as pretraining");

    private final String words;

    Law(String words) {
        this.words = words;
    }

    /** The column or the thing that it fills. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The law as a sentence. */
    String words() {
        return words;
    }
}
