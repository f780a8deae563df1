// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Where each number of a frame lies, and what it is called in a derivation. */
final class Cells {

    /** Most levels of a network: scale-up domains and tiers. */
    static final int LEVELS = 8;

    private static final List<String> NAMES = new ArrayList<>();

    // the model
    static final int LAYERS = cell("layers");
    static final int HIDDEN = cell("hidden");
    static final int HEADS = cell("heads");
    static final int KV_HEADS = cell("kv_heads");
    static final int HEAD_DIM = cell("head_dim");
    static final int FFN = cell("ffn");
    static final int VOCAB = cell("vocab");
    static final int POSITIONS = cell("positions");
    static final int MATRICES = cell("matrices of the MLP");
    static final int EMBEDDINGS = cell("matrices of the vocabulary");
    static final int NORM_VECTORS = cell("vectors of a norm");
    static final int EXPERTS = cell("experts.count");
    static final int TOP_K = cell("experts.active");
    static final int EXPERT_FFN = cell("experts.ffn");
    static final int SHARED = cell("experts.shared");
    static final int DENSE_LAYERS = cell("layers without experts");
    static final int QUERY_RANK = cell("mla.query_rank");
    static final int KV_RANK = cell("mla.kv_rank");
    static final int ROPE_DIM = cell("mla.rope_dim");
    static final int NOPE_DIM = cell("mla.nope_dim");
    static final int VALUE_DIM = cell("mla.value_dim");
    static final int SHARED_FFN = cell("experts.shared_ffn");
    static final int EXPERT_HIDDEN = cell("width of routed experts");
    static final int ATTENTION_SHARE = cell("layers with attention for each block");
    static final int RECURRENT_SHARE = cell("recurrent layers for each block");
    static final int WINDOW_KEYS = cell("attention.window");
    static final int WINDOW_SHARE = cell("share of attention with a window");
    static final int GATED = cell("attention.gate");
    static final int PICKED = cell("attention.picked");
    static final int INDEX_HEADS = cell("attention.index_heads");
    static final int INDEX_DIM = cell("attention.index_dim");
    static final int OUTPUT_RANK = cell("compressed.output_rank");
    static final int OUTPUT_GROUPS = cell("compressed.output_groups");
    static final int SPARSE_RATIO = cell("compressed.sparse_ratio");
    static final int SPARSE_SHARE = cell("share of layers that pick entries");
    static final int DENSE_RATIO = cell("compressed.dense_ratio");
    static final int COMPRESSED_SHARE = cell("share of layers that see all entries");
    static final int ENTRIES_PICKED = cell("entries that an indexer picks");
    static final int STREAMS = cell("streams");
    static final int KEY_HEADS = cell("recurrent.key_heads");
    static final int VALUE_HEADS = cell("recurrent.value_heads");
    static final int STATE_DIM = cell("recurrent.key_dim");
    static final int STATE_VALUE = cell("recurrent.value_dim");
    static final int CONV = cell("recurrent.conv");
    static final int CHUNK = cell("recurrent.chunk");
    static final int SCALARS = cell("scalars of a recurrent head");

    // the accelerator
    static final int ACCELERATORS = cell("accelerators");
    static final int PEAK = cell("peak");
    static final int PEAK_16 = cell("peak of 16 bits");
    static final int PEAK_ATTENTION = cell("peak of attention's number format");
    static final int BANDWIDTH = cell("memory.bandwidth");
    static final int CAPACITY = cell("memory that fits");
    static final int COMPUTE = cell("efficiency.compute");
    static final int MEMORY = cell("efficiency.memory");
    static final int OVERHEAD = cell("efficiency.overhead");
    static final int COMPUTE_16 = cell("efficiency.compute of 16 bits");
    static final int MEMORY_16 = cell("efficiency.memory of 16 bits");
    static final int OVERHEAD_16 = cell("efficiency.overhead of 16 bits");
    static final int ATTENTION = cell("efficiency.attention.compute");
    static final int ATTENTION_HALF = cell("efficiency.attention.half_sequence");
    static final int ATTENTION_MEMORY = cell("efficiency.attention.memory");
    static final int EXPERT_PEAK = cell("peak of the experts");
    static final int EXPERT_COMPUTE = cell("efficiency.compute of the experts");
    static final int EXPERT_MEMORY = cell("efficiency.memory of the experts");
    static final int EXPERT_OVERHEAD = cell("efficiency.overhead of the experts");
    static final int CLOCK = cell("clock");
    static final int RATED_CLOCK = cell("rated clock");
    static final int POWER_LIMIT = cell("power.limit");
    static final int POWER_IDLE = cell("power.idle");
    static final int POWER_CAP = cell("power.cap");
    static final int CLOCK_EXPONENT = cell("exponent of the clock in the draw");

    // the workload and its layout
    static final int SEQUENCE = cell("sequence");
    static final int DOCUMENT = cell("document");
    static final int BATCH = cell("batch");
    static final int MICRO = cell("micro_batch");
    static final int TP = cell("tp");
    static final int PP = cell("pp");
    static final int VPP = cell("vpp");
    static final int CP = cell("cp");
    static final int EP = cell("ep");
    static final int DP = cell("dp");
    static final int BYTES = cell("bytes of an activation");
    static final int OP_BYTES = cell("bytes of a product's operand");
    static final int WEIGHT_BYTES = cell("bytes of a weight");
    static final int KV_BYTES = cell("bytes of a cached number");
    static final int PROMPT = cell("prompt");
    static final int OUTPUT = cell("output");
    static final int ARRIVALS = cell("arrivals");
    static final int VARIATION_OF_PROMPTS = cell("squared variation of prompts");
    static final int VARIATION_OF_ANSWERS = cell("squared variation of answers");
    static final int CONCURRENCY = cell("concurrency");
    static final int MAX_BATCH = cell("max_batch");
    static final int PROMPT_CHUNK = cell("chunk");
    static final int EXPERT_SKEW = cell("expert_skew");
    static final int REDUNDANT = cell("decode.redundant");
    static final int PREFILL_REDUNDANT = cell("prefill.redundant");
    static final int TWO_BATCHES = cell("decode.two_batches");
    static final int PREFILL_TWO_BATCHES = cell("prefill.two_batches");
    static final int DRAFTS = cell("speculative.tokens");
    static final int ACCEPTANCE = cell("speculative.acceptance");
    static final int RANK = cell("adapter.rank");
    static final int ADAPTED = cell("parameters of all adapters");
    static final int ADAPTED_VISITED = cell("parameters of the adapters that a token visits");
    static final int MTP_MODULES = cell("mtp");
    static final int WEIGHT_OPERAND = cell("bytes of a stored weight");
    static final int EXPERT_OPERAND = cell("bytes of an expert's operand");
    static final int EXPERT_WEIGHT = cell("bytes of an expert's stored weight");
    static final int REPLICAS = cell("decode.replicas");
    static final int PREFILL_REPLICAS = cell("prefill.replicas");

    // the stack
    static final int KERNEL_TIME = cell("kernel_time");
    static final int ELEMENTWISE = cell("elementwise_traffic");
    static final int PRODUCT_TIME = cell("products in the number format");
    static final int ATTENTION_RATE = cell("attention_rate");
    static final int GROUPED_TIME = cell("grouped_time");
    static final int EXPERT_HOST = cell("expert_layer of training");
    static final int SHOWN_TP = cell("exposed.tp");
    static final int SHOWN_CP = cell("exposed.cp");
    static final int SHOWN_EP = cell("exposed.ep");
    static final int SHOWN_PP = cell("exposed.pp");
    static final int SHOWN_DP = cell("exposed.dp");
    static final int GRADIENT = cell("state.gradient");
    static final int OPTIMIZER = cell("state.optimizer");
    static final int CONTEXT = cell("state.context");

    static final int LAUNCH = cell("serving.launch");
    static final int EXPERT_LAYER = cell("serving.expert_layer");
    static final int REQUEST_TIME = cell("serving.request");
    static final int HOST_STEP = cell("serving.host.step");
    static final int HOST_LAUNCH = cell("serving.host.launch");
    static final int POLL = cell("serving.poll");
    static final int STREAM = cell("serving.stream");
    static final int CAPTURED = cell("serving.host.captured");
    static final int PROMPT_FACTOR = cell("serving.prompt_time");
    static final int FIRST_TOKEN = cell("serving.first_token");
    static final int ALL_REDUCE = cell("serving.all_reduce");
    static final int ALL_TO_ALL = cell("serving.all_to_all");
    static final int HALF_ROWS = cell("serving.half_rows");
    static final int OVERLAPS = cell("serving.overlap_combine");

    // what keeps the work of training
    static final int MODEL_PARAMETERS = cell("parameters of the model");
    static final int HOST_RATE = cell("host.bandwidth");
    static final int WRITE = cell("storage.write");
    static final int READ = cell("storage.read");
    static final int MTBF = cell("reliability.mtbf");
    static final int RESTART = cell("reliability.restart");
    static final int INTERVAL = cell("checkpoint.interval");

    // the network, by level
    static final int DOMAIN = block("domain", LEVELS);
    static final int RATE = block("rate", LEVELS);
    static final int OVERSUBSCRIPTION = block("oversubscription", LEVELS);
    static final int LATENCY = block("latency", LEVELS);
    static final int REACHED = block("reached share", LEVELS);
    static final int HALF_SIZE = block("half size", LEVELS);
    static final int DIMENSIONS = block("dimensions", LEVELS);

    // constants that formulas take as inputs
    static final int ZERO = cell("0");
    static final int ONE = cell("1");
    static final int TWO = cell("2");
    static final int HALF = cell("1/2");
    static final int KERNELS = cell("kernels of norms, rotation, activation");
    static final int TILE = cell("rows of a tile");
    static final int LAYER_KERNELS = cell("kernels of a layer");
    static final int EXPERT_KERNELS = cell("kernels that experts add to a layer");
    static final int BACKWARD_ATTENTION = cell("backward attention over forward");
    static final int LOGIT_BYTES = cell("bytes of a logit");
    static final int APART_BYTES = cell("bytes of a gradient before it is added");
    static final int RESERVED = cell("share of memory that an engine takes");

    /** Inputs lie below, results from here on. */
    static final int INPUTS = NAMES.size();

    // one matrix product: offsets into its block
    static final int FLOPS = 0;
    static final int FORWARD_BYTES = 1;
    static final int FORWARD = 2;
    static final int INPUT_BYTES = 3;
    static final int INPUT_GRADIENT = 4;
    static final int GRADIENT_BYTES = 5;
    static final int WEIGHT_GRADIENT = 6;
    static final int BACKWARD = 7;
    private static final int PRODUCT = 8;

    // the adapter beside it: two products, and the sum of both ways
    static final int ADAPTER_DOWN = 8;
    static final int ADAPTER_UP = 16;
    static final int ADAPTER_BYTES = 24;
    static final int ADAPTER_SUM = 25;
    static final int ADAPTER = 26;
    static final int ADAPTER_SUM_BACK = 27;
    static final int ADAPTER_BACK = 28;
    static final int P_ADAPTER = 29;
    private static final int ADAPTED_PRODUCT = 30;

    // shapes
    static final int DYNAMIC_POWER = cell("draw that follows the clock");
    static final int CAPPED_CLOCK = cell("clock under the cap");
    static final int EFFECTIVE_PEAK = cell("peak at the clock");
    static final int EFFECTIVE_PEAK_ATTENTION = cell("peak of attention at the clock");
    static final int EFFECTIVE_PEAK_16 = cell("peak of 16 bits at the clock");
    static final int EFFECTIVE_PEAK_EXPERT = cell("peak of the experts at the clock");
    static final int LAUNCHED = cell("overhead of a kernel");
    static final int LAUNCHED_16 = cell("overhead of a kernel of 16 bits");
    static final int LAUNCHED_EXPERT = cell("overhead of a kernel of the experts");
    static final int EXPERT_REACHED = cell("share of the peak that experts reach");
    static final int TOKENS = cell("tokens of a micro-batch");
    static final int SP = cell("ranks that share norms");
    static final int LOCAL_HEADS = cell("heads of a rank");
    static final int QKV_WIDTH = cell("width of queries, keys, values");
    static final int HEADS_WIDTH = cell("width of heads");
    static final int QK_DIM = cell("width of a query");
    static final int V_DIM = cell("width of a value");
    static final int SPAN = cell("tokens that see each other");
    static final int KEYS = cell("keys a query sees");
    static final int Q_UP_WIDTH = cell("width of queries");
    static final int KV_DOWN_WIDTH = cell("width of the compressed keys");
    static final int KV_DIM = cell("width of a key and a value");
    static final int KV_UP_WIDTH = cell("width of keys and values");
    static final int UP_WIDTH = cell("width of gate and up");
    static final int DOWN_WIDTH = cell("inner width of the MLP on a rank");
    static final int GATES = cell("matrices into the MLP");
    static final int LOCAL_EXPERTS = cell("experts of a rank");
    static final int EXPERT_ROWS = cell("rows for experts");
    static final int PADDED_ROWS = cell("padded rows for experts");
    static final int EXPERT_UP_WIDTH = cell("width of gate and up of an expert");
    static final int SHARED_WIDTH = cell("inner width of shared experts");
    static final int SHARED_LOCAL = cell("inner width of shared experts on a rank");
    static final int SHARED_UP_WIDTH = cell("width of gate and up of shared experts");
    static final int VOCAB_WIDTH = cell("vocabulary of a rank");
    static final int COPIES = cell("copies");
    static final int EXPERT_COPIES = cell("copies of an expert");
    static final int STRIDE = cell("distance of copies");
    static final int STAGE_STRIDE = cell("distance of stages");
    static final int MOE_LAYERS = cell("layers with experts");
    static final int PLAIN_LAYERS = cell("layers without experts");

    // products
    static final int QKV = product("query, key, value product");
    static final int ATT_OUT = product("output product");
    static final int Q_DOWN = product("query down product");
    static final int Q_UP = product("query up product");
    static final int KV_DOWN = product("key-value down product");
    static final int KV_UP = product("key-value up product");
    static final int UP = product("up product");
    static final int DOWN = product("down product");
    static final int ROUTER = product("router");
    static final int EXPERT_UP = product("experts' up product");
    static final int EXPERT_DOWN = product("experts' down product");
    static final int SHARED_UP = product("shared experts' up product");
    static final int SHARED_DOWN = product("shared experts' down product");
    static final int HEAD = product("head");

    static final int GATE_PRODUCT = product("attention gate");
    static final int INDEX_QUERY = product("indexer's query product");
    static final int INDEX_KEY = product("indexer's key product");
    static final int OUT_GROUPED = product("grouped output product");
    static final int SPARSE_ENTRIES = product("product into picked entries");
    static final int DENSE_ENTRIES = product("product into entries");
    static final int RECURRENT_IN = product("recurrent product in");
    static final int RECURRENT_OUT = product("recurrent product out");
    static final int LATENT_IN = product("product into the experts' width");
    static final int DRAFT_IN = product("product into a module for further tokens");
    static final int LATENT_OUT = product("product out of the experts' width");

    // mixers
    static final int SUBLAYERS = cell("sublayers of a block");
    static final int MIXERS = cell("mixers of a block");
    static final int NORMS = cell("norms of a block over two");
    static final int CAUSAL = cell("keys before a query");
    static final int WINDOWED = cell("keys in a window");
    static final int UNWINDOWED_SHARE = cell("share of attention without a window");
    static final int INDEX_WIDTH = cell("width of the indexer's query");
    static final int INDEX_SIDE = cell("width of the indexer's key and weights");
    static final int INDEX_FLOPS = cell("indexer FLOP");
    static final int CHANNELS = cell("convolved channels");
    static final int RECURRENT_ALL = cell("width into a recurrent layer");
    static final int RECURRENT_WIDTH = cell("width into a recurrent layer on a rank");
    static final int STATE_WIDTH = cell("width of values on a rank");
    static final int RECURRENT_PRODUCTS = cell("recurrent products");
    static final int SCAN_ALL = cell("scan FLOP of all ranks");
    static final int SCAN_FLOPS = cell("scan FLOP");
    static final int SCAN_BYTES = cell("scan traffic");
    static final int SCAN = cell("scan");
    static final int SCAN_BACK_FLOPS = cell("scan FLOP, backward");
    static final int SCAN_BACK_BYTES = cell("scan traffic, backward");
    static final int SCAN_BACK = cell("scan, backward");
    static final int P_RECURRENT = cell("recurrent parameters");
    static final int P_SEEING = cell("parameters of gate and indexer");
    static final int KEPT_RECURRENT = cell("kept of a recurrent layer");
    static final int P_LATENT = cell("parameters around the experts' width");
    static final int STATE_BYTES = cell("state of a sequence and layer");
    static final int STATE_READ = cell("state read and written");
    static final int STATE_EACH = cell("state of a sequence for each of its tokens");
    static final int REQUEST_TOKENS = cell("tokens of a request");
    static final int SEEN = cell("cached tokens that a query sees");

    // attention over compressed keys: offsets into the block of one sort of layer
    static final int SEEN_ALL = 0;
    static final int SIGHT_FLOPS = 1;
    static final int SIGHT_BYTES = 2;
    static final int SIGHT_CORE = 3;
    static final int SIGHT_CORE_BACK = 4;
    static final int SIGHT_WINDOW = sight("layers with a window alone");
    static final int SIGHT_SPARSE = sight("layers that pick entries");
    static final int SIGHT_DENSE = sight("layers that see all entries");
    static final int GROUP_WIDTH = cell("width of a group of heads");
    static final int LOCAL_GROUPS = cell("groups of heads of a rank");
    static final int GROUP_ROWS = cell("rows for groups of heads");
    static final int GROUPS_WIDTH = cell("width of grouped output");
    static final int DENSE_ENTRY_WIDTH = cell("width of keys and gates");
    static final int SPARSE_ENTRY_WIDTH = cell("width of overlapping keys and gates");
    static final int INDEX_ENTRY_WIDTH = cell("width of the indexer's keys and gates");
    static final int ENTRY_SHARE = cell("share of layers with entries");
    static final int WINDOW_ONLY = cell("share of layers with a window alone");
    static final int SHARE_PART = cell("share of a part");
    static final int SHARE_SUM = cell("parts of layers that pick entries");
    static final int SPARSE_ENTRIES_SEEN = cell("entries before a query, to pick from");
    static final int PICKED_ENTRIES = cell("entries picked for a query");
    static final int DENSE_ENTRIES_SEEN = cell("entries before a query");
    static final int PICKING_BYTES = cell("traffic of picking");
    static final int POOLING_BYTES = cell("traffic of pooling");
    static final int ENTRY_KV = cell("entries in the cache for each token");
    static final int KEPT_ENTRIES = cell("kept of what makes entries");
    static final int STREAMS_BYTES = cell("traffic of streams");
    static final int P_STREAMS = cell("parameters that mix streams");
    static final int KEPT_STREAMS = cell("kept streams beside the first");

    // attention
    static final int ATT_FLOPS = cell("attention FLOP");
    static final int ATT_BYTES = cell("attention traffic");
    static final int ATT_REACHED = cell("attention efficiency");
    static final int ATT_CORE = cell("attention core");
    static final int ATT_BACK_FLOPS = cell("attention FLOP, backward");
    static final int ATT_BACK_BYTES = cell("attention traffic, backward");
    static final int ATT_BACK_CORE = cell("attention core, backward");
    static final int SOFTMAX_BYTES = cell("softmax traffic");
    static final int SOFTMAX = cell("softmax");
    static final int SOFTMAX_BACK_BYTES = cell("softmax traffic, backward");
    static final int SOFTMAX_BACK = cell("softmax, backward");
    static final int ATT_FORWARD = cell("attention, forward");
    static final int ATT_BACKWARD = cell("attention, backward");
    static final int ATT_PRODUCTS = cell("attention products, forward");
    static final int ATT_PRODUCTS_BACK = cell("attention products, backward");

    static final int SPEED = block("rate across level", LEVELS);

    // communication: scratch of one collective, and results
    static final int REACH = cell("members inside");
    static final int BELOW = cell("members inside the level below");
    static final int GROUPS = cell("groups of a level");
    static final int LEVEL_BYTES = cell("bytes on a level");
    static final int LEVEL_RATE = cell("rate of a level");
    static final int LEVEL_TIME = cell("time on a level");
    static final int TENSOR_BYTES = cell("tensor-parallel bytes");
    static final int TENSOR_GATHER = cell("all-gather of tensor parallelism");
    static final int TENSOR_SCATTER = cell("reduce-scatter of tensor parallelism");
    static final int TENSOR_ONE = cell("tensor-parallel exchange");
    static final int CONTEXT_BYTES = cell("context-parallel bytes");
    static final int CONTEXT_ONE = cell("context-parallel ring");
    static final int CONTEXT_SHOWN = cell("context-parallel time, forward");
    static final int CONTEXT_BACK = cell("context-parallel ring, backward");
    static final int CONTEXT_BACK_SHOWN = cell("context-parallel time, backward");
    static final int EXPERT_BYTES = cell("expert-parallel bytes");
    static final int EXPERT_ONE = cell("all-to-all of experts");
    static final int EXPERT_PAIR = cell("dispatch and combine");
    static final int EXPERT_SHOWN = cell("expert-parallel time");
    static final int EXPERT_BACK_SHOWN = cell("expert-parallel time, backward");
    static final int PIPELINE_BYTES = cell("pipeline bytes");
    static final int PIPELINE_SEND = cell("pipeline transfer");
    static final int PIPELINE_COUNT = cell("pipeline transfers of a micro-batch");
    static final int PIPELINE_ALL = cell("all pipeline transfers");
    static final int PIPELINE_SHOWN = cell("pipeline time");

    // one kind of layer: offsets into its block
    static final int PRODUCTS = 0;
    static final int PRODUCTS_BACK = 1;
    static final int TRAFFIC_RESIDUAL = 2;
    static final int TRAFFIC_ACTIVATION = 3;
    static final int TRAFFIC_OTHER = 4;
    static final int TRAFFIC_SUM = 5;
    static final int TRAFFIC_ALL = 6;
    static final int POINTWISE = 7;
    static final int POINTWISE_BACK = 8;
    static final int KERNEL = 9;
    static final int KERNEL_BACK = 10;
    static final int TENSOR_ALL = 11;
    static final int TENSOR_SHOWN = 12;
    static final int PASS = 13;
    static final int PASS_BACK = 14;
    static final int RECOMPUTED = 15;
    static final int TIME = 16;
    static final int PARAMETERS = 17;
    static final int KEPT_ATTENTION = 18;
    static final int KEPT_MLP = 19;
    static final int KEPT_SCORES = 20;
    static final int KEPT_DROPOUT = 21;
    static final int KEPT = 22;
    static final int WORKING = 23;
    static final int FLOPS_FORWARD = 24;
    static final int LEAN = 25;
    static final int SPARED = 26;
    static final int TRAINED = 27;
    private static final int KIND = 28;

    static final int DENSE = kind("a layer");
    static final int MOE = kind("a layer with experts");
    static final int ACTIVATION_WIDTH = cell("inner width of experts visited");
    static final int EXPANDED = cell("latent attention expanded again");
    static final int MLP_PRODUCTS = cell("MLP products, forward");
    static final int MLP_PRODUCTS_BACK = cell("MLP products, backward");
    static final int ROUTED_PRODUCTS = cell("routed products, forward");
    static final int ROUTED_PRODUCTS_BACK = cell("routed products, backward");
    static final int SHARED_PRODUCTS = cell("shared products, forward");
    static final int SHARED_PRODUCTS_BACK = cell("shared products, backward");

    // the ends of the model
    static final int EMBED_BYTES = cell("embedding traffic");
    static final int EMBED = cell("embedding");
    static final int EMBED_TIME = cell("embedding, forward and backward");
    static final int LOSS_BYTES = cell("cross-entropy traffic");
    static final int LOSS = cell("cross-entropy");
    static final int HEAD_PRODUCTS = cell("head product, forward and backward");
    static final int HEAD_TIME = cell("head, forward and backward");
    static final int ENDS = cell("embedding and head of the stage");
    static final int ALL_ENDS = cell("embedding and head");

    // the step
    static final int STAGE = cell("slowest stage");
    static final int STAGE_DENSE = cell("dense layers of the stage");
    static final int STAGE_MOE = cell("layers with experts of the stage");
    static final int SLOWEST = cell("slowest stage's time");
    static final int MICRO_BATCHES = cell("micro-batches");
    static final int ALL_TRANSFERS = cell("pipeline time of all stages");
    static final int ALL_STAGES = cell("time of all stages");
    static final int WORK = cell("work");
    static final int BUBBLE = cell("bubble");
    static final int WINDOW = cell("backward pass of a micro-batch");
    static final int GRADIENTS = cell("gradient bytes");
    static final int WEIGHTS = cell("weight bytes");
    static final int DP_REDUCE = cell("gradients reduced");
    static final int DP_GATHER = cell("weights gathered");
    static final int EXPERT_GRADIENTS = cell("gradient bytes of experts");
    static final int EXPERT_WEIGHTS = cell("weight bytes of experts");
    static final int DP_EXPERT_REDUCE = cell("experts' gradients reduced");
    static final int DP_EXPERT_GATHER = cell("experts' weights gathered");
    static final int DP_ALL = cell("data-parallel time");
    static final int DP_BEYOND = cell("data-parallel time beyond a micro-batch");
    static final int DP_EACH = cell("data-parallel time beyond all micro-batches");
    static final int DP_LAST = cell("data-parallel time beyond the last backward pass");
    static final int DP_SHOWN = cell("exposed data parallelism");
    static final int OPTIMIZER_BYTES = cell("optimizer traffic");
    static final int OPTIMIZER_EXPERT_BYTES = cell("optimizer traffic of experts");
    static final int OPTIMIZER_ALL = cell("optimizer traffic in all");
    static final int OPTIMIZER_TIME = cell("optimizer");
    static final int STEP = cell("step time");

    // parameters and memory of a rank
    static final int P_ATTENTION = cell("attention parameters");
    static final int P_MLP = cell("MLP parameters");
    static final int P_NORMS = cell("norm parameters");
    static final int P_ROUTER = cell("router parameters");
    static final int P_EXPERTS = cell("expert parameters of a layer");
    static final int P_SHARED = cell("shared expert parameters");
    static final int P_BIAS = cell("bias parameters");
    static final int P_CUT = cell("parameters that tp cuts");
    static final int P_WHOLE = cell("parameters that each rank holds");
    static final int P_EXPERT_RANK = cell("expert parameters of a rank");
    static final int P_VOCAB = cell("vocabulary parameters");
    static final int P_VOCAB_RANK = cell("vocabulary parameters of a rank");
    static final int P_ENDS = cell("vocabulary parameters of the stage");
    static final int P_STAGE = cell("parameters of the stage");
    static final int P_STAGE_EXPERTS = cell("expert parameters of the stage");
    static final int M_STAGE = cell("fullest stage");
    static final int M_DENSE = cell("dense layers of the fullest stage");
    static final int M_MOE = cell("layers with experts of the fullest stage");
    static final int SHARDS_WEIGHTS = cell("shards of weights");
    static final int SHARDS_GRADIENTS = cell("shards of gradients");
    static final int SHARDS_OPTIMIZER = cell("shards of the optimizer");
    static final int SHARDS_EXPERT_WEIGHTS = cell("shards of experts' weights");
    static final int SHARDS_EXPERT_GRADIENTS = cell("shards of experts' gradients");
    static final int SHARDS_EXPERT_OPTIMIZER = cell("shards of experts' optimizer");
    static final int M_WEIGHTS_DENSE = cell("weights outside experts");
    static final int M_WEIGHTS_EXPERT = cell("weights of experts");
    static final int M_WEIGHTS = cell("weights");
    static final int M_TRAINED_DENSE = cell("trained weights outside experts");
    static final int M_TRAINED_EXPERT = cell("trained weights of experts");
    static final int M_TRAINED = cell("trained weights");
    static final int M_GRADIENTS_DENSE = cell("gradients outside experts");
    static final int M_GRADIENTS_EXPERT = cell("gradients of experts");
    static final int M_GRADIENTS = cell("gradients");
    static final int M_OPTIMIZER_DENSE = cell("optimizer state outside experts");
    static final int M_OPTIMIZER_EXPERT = cell("optimizer state of experts");
    static final int M_OPTIMIZER = cell("optimizer state");
    static final int IN_FLIGHT = cell("in flight");
    static final int M_APART = cell("gradients not yet added");
    static final int RANK_QKV = cell("rank beside queries, keys, values");
    static final int RANK_OUT = cell("rank beside the output of attention");
    static final int RANK_MLP = cell("rank beside the MLP");
    static final int KEPT_NORM = cell("bytes kept of what a norm gives to products");
    static final int KEPT_ROUTED = cell("bytes kept of what a norm gives to the router");
    static final int KEPT_UP = cell("bytes kept of what a norm gives to the MLP");
    static final int KEPT_DISPATCHED = cell("bytes kept of what is dispatched to experts");
    static final int KEPT_DOWN = cell("bytes kept of what an activation gives");
    static final int KEPT_OUT = cell("bytes kept of what attention gives");
    static final int KEPT_EXPANDED = cell("bytes kept of what latent attention expands");
    static final int P_EXPERT_TRAINED = cell("trained expert parameters of a rank");
    static final int P_ADAPTERS = cell("parameters of adapters in a layer");
    static final int P_ENDS_TRAINED = cell("trained vocabulary parameters of the stage");
    static final int P_TRAINED = cell("trained parameters of the stage");
    static final int P_TRAINED_EXPERTS = cell("trained expert parameters of the stage");
    static final int FROZEN_FLOPS = cell("FLOP of what is not trained");
    static final int ADAPTERS_FORWARD = cell("forward FLOP of adapters");
    static final int ADAPTERS_FLOPS = cell("FLOP of adapters");
    static final int SAVED_PARAMETERS = cell("parameters of a checkpoint");
    static final int RESTORED = cell("weights that are read beside a checkpoint");
    static final int LOADED = cell("what is read after an interruption");
    static final int KEPT_WORKING = cell("working set of recomputation");
    static final int M_ACTIVATIONS = cell("activations");
    static final int M_LOGITS = cell("logits");
    static final int M_PEAK = cell("memory peak");

    // results
    static final int STEP_TOKENS = cell("tokens of a step");
    static final int ALL_KEYS = cell("keys, full square");
    static final int QUERY_FLOPS = cell("FLOP of queries expanded again");
    static final int KEY_FLOPS = cell("FLOP of keys and values expanded again");
    static final int CROSSED = cell("rate through the middle of a torus");
    static final int MODEL_FLOPS_ATT = cell("projection FLOP of a layer");
    static final int MODEL_FLOPS_CORE = cell("attention FLOP of a layer, full square");
    static final int MODEL_FLOPS_RECURRENT = cell("FLOP of a recurrent layer");
    static final int MODEL_FLOPS_PART = cell("FLOP of a part of a layer");
    static final int WHOLE_HEADS = cell("width of all heads");
    static final int MODEL_FLOPS_MLP = cell("MLP FLOP of a layer");
    static final int MODEL_FLOPS_HEAD = cell("head FLOP");
    static final int MODEL_FLOPS_FORWARD = cell("forward FLOP");
    static final int MODEL_FLOPS = cell("model FLOP");
    static final int RECOMPUTED_FLOPS = cell("recomputed FLOP");
    static final int MFU = cell("MFU");
    static final int HFU = cell("HFU");
    static final int RATE_FLOPS = cell("model FLOP of an accelerator in a second");
    static final int THROUGHPUT = cell("throughput");
    static final int UTILIZATION = cell("utilization");

    // what stays of the work
    static final int SAVED = cell("checkpoint");
    static final int SAVE_TIME = cell("time to write a checkpoint");
    static final int COPIED = cell("checkpoint of an accelerator");
    static final int STALL = cell("wait for a checkpoint");
    static final int LOAD_TIME = cell("time to read a checkpoint");
    static final int INTERRUPTED = cell("time between interruptions");
    static final int BETWEEN = cell("time between checkpoints");
    static final int SAVING_SHARE = cell("share beside checkpoints");
    static final int LOST = cell("time lost by an interruption");
    static final int RUNNING_SHARE = cell("share beside interruptions");
    static final int GOODPUT = cell("goodput");
    static final int KEPT_THROUGHPUT = cell("throughput that stays");

    // where a step goes
    static final int PER_DENSE = cell("of a dense layer");
    static final int PER_MOE = cell("of a layer with experts");
    static final int PER_ENDS = cell("of embedding and head");
    static final int PER_STEP = cell("before the stack's factor");
    static final int COMPUTING = cell("computing");
    static final int LAYER_FLOPS = cell("forward FLOP of the layers");
    static final int B_PRODUCTS = cell("matrix products");
    static final int B_ATTENTION = cell("attention");
    static final int B_POINTWISE = cell("elementwise");
    static final int B_RECOMPUTED = cell("recomputation");
    static final int B_TENSOR = cell("tp communication");
    static final int B_CONTEXT = cell("cp communication");
    static final int B_EXPERT = cell("ep communication");
    static final int B_PIPELINE = cell("pp communication");

    // serving
    static final int EXPERT_TENSOR = cell("ranks that share an expert");
    static final int EXPERT_LOCAL = cell("inner width of an expert on a rank");
    static final int ROWS_EACH = cell("rows of an expert");
    static final int COPIED_EXPERTS = cell("copies of experts");
    static final int SLOTS = cell("experts with their copies");
    static final int BUSIEST_PIECE = cell("tokens of the busiest copy over those of a mean expert");
    static final int UNEVEN = cell("load of the busiest rank over the mean");
    static final int HALVES = cell("parts of a step at most");
    static final int PARTS = cell("parts of a step");
    static final int PART_REQUESTS = cell("requests of a part of a step");
    static final int WORK_BESIDE = cell("work of the other part");
    static final int ENGINE_TOKENS = cell("tokens of a step of an engine");
    static final int TOUCHED = cell("experts touched");
    static final int WEIGHT_PARAMETERS = cell("weights of a rank, all stages");
    static final int WEIGHTS_PLAIN = cell("weights without experts");
    static final int WEIGHTS_EXPERTS = cell("weights of experts");
    static final int ONE_LAYER_KV = cell("cache of a token and layer");
    static final int TOKEN_KV = cell("cache of a token");
    static final int RANK_KV = cell("cache of a token on a rank");
    static final int CACHED = cell("cached tokens of a request");
    static final int BATCH_LIMIT = cell("requests that memory holds");
    static final int REQUESTS = cell("requests of an engine");
    static final int STEP_HEAD = cell("head of a step");
    static final int STEP_SENDS = cell("pipeline transfers of a step");
    static final int STEP_HOPS = cell("pipeline boundaries");
    static final int FORWARD_STEP = cell("forward pass");
    static final int DECODE_STEP = cell("decode step");
    static final int PROMPT_STEP = cell("step that reads one prompt");
    static final int PROMPT_TIME = cell("time to read a prompt");
    static final int BUSY_REQUESTS = cell("requests of the busiest rank");
    static final int CHECKED = cell("tokens of a request in a step");
    static final int EMITTED = cell("tokens that a request gets of a step");
    static final int TOKEN_STEP = cell("step for a token");
    static final int DRAFT_WIDTH = cell("width into a module for further tokens");
    static final int DRAFT_LAYER = cell("guess beside the head");
    static final int DRAFT_ONE = cell("one guess");
    static final int DRAFT_TIME = cell("guesses of a step");
    static final int DRAFT_WEIGHTS = cell("weights of modules for further tokens");
    static final int DRAFT_KV = cell("cache of modules for further tokens");
    static final int B_DRAFTS = cell("part of guesses");
    static final int PROMPTS_READ = cell("prompts of a reading step");
    static final int PROMPTS_FIT = cell("prompts that a full reading step takes");
    static final int FULL_READING = cell("full reading step");
    static final int PROMPT_EACH = cell("time for a prompt of full reading steps");
    static final int READING = cell("time to read a prompt with others");
    static final int COMBINE_BESIDE = cell("work beside the exchange back");
    static final int COMBINE_SHOWN = cell("exchange back that shows");
    static final int PROMPT_LOAD = cell("load by prompts");
    static final int WAIT = cell("wait for the engine");
    static final int TTFT = cell("time to first token");
    static final int TOKEN_TIME = cell("time per output token");
    static final int KV_CACHE = cell("KV cache");
    static final int RANK_REQUESTS = cell("requests of a rank");
    static final int INTERRUPTIONS = cell("interruptions by prompts");
    static final int ENGINE_RANKS = cell("ranks that share the requests of an engine");
    static final int STEP_FLOPS = cell("FLOP of a step");
    static final int STEP_COMPUTING = cell("computing of a step");
    static final int STEP_MOVING = cell("kernels of a step");
    static final int PER_FLOPS = cell("products of a layer, FLOP");
    static final int PROMPT_SHARE = cell("prompts a token waits for");

    static final int RANK_TOKENS = cell("tokens of the busiest rank");
    static final int ROUTING_TIME = cell("routing of a step");
    static final int DEVICE_STEP = cell("step on the device");
    static final int STEP_KERNELS = cell("kernels that are launched in a step");
    static final int LAUNCHES = cell("launches of a step");
    static final int HOST_TIME = cell("step that waits for the host");
    static final int HELD_REQUESTS = cell("requests that memory holds");
    static final int ATTENTION_RANKS = cell("attention ranks of an engine");
    static final int PREFILL_RANKS = cell("prompts that a reading engine works on at once");
    static final int PREFILL_LIMIT = cell("prompts that reading engines hold");
    static final int PREFILL_ACCELERATORS = cell("accelerators that read prompts");
    static final int ANSWER_ACCELERATORS = cell("accelerators that write answers");
    static final int SHARE_OF_PROMPTS = cell("share of prompts");
    static final int SHARE_OF_ANSWERS = cell("share of answers");
    static final int ANSWER_LOAD = cell("load of the accelerators that write");
    static final int READ_CAPACITY = cell("prompts that are read in a second at most");
    static final int ANSWER_CAPACITY = cell("requests that are answered in a second at most");
    static final int CAPACITY_REQUESTS = cell("capacity");
    static final int REQUEST_RATE = cell("requests answered in a second");
    static final int ASKED = cell("requests asked for in a second");
    static final int OCCUPANCY = cell("requests asked for over capacity");
    static final int ENGINE_IN_FLIGHT = cell("requests in flight of an engine");
    static final int REST_OF_FIRST = cell("rest of the time to the first token");
    static final int B_ROUTING = cell("routing");
    static final int B_HOST = cell("host");
    static final int READING_RANKS = cell("prompts that are read at once");
    static final int RANK_IN_FLIGHT = cell("requests in flight of a rank");
    static final int HALF_STEP = cell("wait for a step");
    static final int TOKENS_AFTER = cell("tokens after the first ones");
    static final int HELD_BACK = cell("wait for tokens that are sent together");
    static final int STEADY_FIRST = cell("first token without a queue");
    static final int TRANSFER_BYTES = cell("bytes of a transfer");
    static final int TRANSFER = cell("transfer of the cache");
    static final int TRANSFER_RANKS = cell("accelerators of both pools");
    static final int TRANSFER_PAIRS = cell("pairs of ranks");
    static final int WHOLE_KV = cell("cache of a token, whole");
    static final int END_TO_END = cell("time of a request");
    static final int PER_USER = cell("tokens of a user in a second");
    static final int USED_ACCELERATORS = cell("accelerators that are used");
    static final int PER_ACCELERATOR = cell("tokens of an accelerator in a second");
    static final int KV_REQUEST = cell("cache of a request");
    static final int DISPATCH_BYTES = cell("bytes sent to experts");
    static final int DISPATCH = cell("tokens to experts");
    static final int COMBINE = cell("tokens from experts");
    static final int OUTER_RATE = cell("rate of the outer level");
    static final int PROMPT_TOKENS = cell("prompt tokens in a second");

    // the fleet
    static final int FLEET_INPUT_COST = cell("cost of a token of a prompt");
    static final int FLEET_OUTPUT_COST = cell("cost of a token of an answer");
    static final int FLEET_INPUT_ENERGY = cell("energy of a token of a prompt");
    static final int FLEET_OUTPUT_ENERGY = cell("energy of a token of an answer");
    static final int FLEET_PROMPT_SHARE = cell("share of prompts in the work");
    static final int FLEET_ANSWER_SHARE = cell("share of answers in the work");
    static final int FLEET_PROMPT_TOKENS = cell("prompt tokens of the workload");
    static final int SUM = cell("sum");
    static final int BOXES = cell("boxes");
    static final int DEVICES = cell("accelerators of a box");
    static final int DEVICE_IDLE = cell("idle draw of an accelerator");
    static final int DEVICE_LIMIT = cell("limit of an accelerator");
    static final int LOAD = cell("load");
    static final int IDLE_SHARE = cell("idle draw over the limit");
    static final int PART_DRAW = cell("nameplate of a part");
    static final int PARTS_DRAW = cell("nameplates of the parts");
    static final int PART_LIQUID = cell("heat of a part into the liquid");
    static final int PARTS_LIQUID = cell("heat of the parts into the liquid");
    static final int DEVICE_MOST = cell("limit of an accelerator under its cap");
    static final int DEVICE_DRAW = cell("draw of an accelerator");
    static final int BOX_MAX = cell("nameplate of a box");
    static final int BOX_REST = cell("rest of a box");
    static final int BOX_DRAW = cell("draw of a box");
    static final int BOXES_DRAW = cell("draw of boxes");
    static final int FLEET_DRAW = cell("IT power");
    static final int FLEET_PUE = cell("pue");
    static final int FLEET_FACILITY = cell("facility power");
    static final int FLEET_CAPEX = cell("price of the hosts");
    static final int FLEET_LIFETIME = cell("finance.lifetime");
    static final int FLEET_INTEREST = cell("finance.interest");
    static final int FLEET_UPKEEP = cell("finance.upkeep");
    static final int FLEET_ANNUITY = cell("annuity");
    static final int FLEET_CAPITAL = cell("capital and upkeep");
    static final int FLEET_PRICE = cell("electricity");
    static final int FLEET_ENERGY = cell("energy");
    static final int FLEET_COST = cell("cost");
    static final int FLEET_THROUGHPUT = cell("throughput of the workload");
    static final int FLEET_TOKEN_COST = cell("cost of a token");
    static final int FLEET_TOKEN_ENERGY = cell("energy of a token");
    static final int PRICE_EACH = cell("price of one");
    static final int DRAW_CLOCK = cell("clock of the accelerators");
    static final int LIMIT_RACK = cell("power budget of the rack");
    static final int LIMIT_FEED = cell("limit of a feed");
    static final int FEEDS_LEFT = cell("feeds that remain");
    static final int FEEDS_SPARE = cell("feeds that may fail");
    static final int FEEDS_ALL = cell("feeds");
    static final int FEED_DERATING = cell("derating of a feed");
    static final int LIMIT_AIR = cell("heat that the air takes away");
    static final int LIMIT_LIQUID = cell("heat that the liquid takes away");
    static final int LIMIT_FLOW = cell("flow of the liquid");
    static final int LIQUID_DENSITY = cell("density of the liquid");
    static final int LIQUID_HEAT = cell("heat capacity of the liquid");
    static final int LIQUID_SUPPLY = cell("supply of the liquid");
    static final int LIQUID_RISE = cell("rise of the liquid");
    static final int WET_BULB = cell("wet bulb");
    static final int APPROACH = cell("approach");
    static final int RISE_LEFT = cell("rise that is left");
    static final int LIMIT_SITE = cell("power budget of the site");
    static final int LIMIT_PLANT = cell("heat that the plant rejects");
    static final int LIMIT_HEIGHT = cell("height that parts may take");
    static final int LIMIT_WEIGHT = cell("weight that rack and floor carry");
    static final int LIMIT_MONEY = cell("cost that is required");
    static final int HELD_LIMIT = cell("limit that the clock keeps");
    static final int HELD_IDLE = cell("draw without work");
    static final int HELD_FULL = cell("draw at full load");
    static final int HELD_DYNAMIC = cell("draw that follows load and clock");
    static final int HELD_LOAD = cell("load at the clock");
    static final int HELD_FOLLOWS = cell("draw that follows the clock");
    static final int HELD_OTHERS = cell("draw of others on the site");
    static final int HELD_FIXED = cell("draw that does not follow");
    static final int HELD_CLOCK = cell("clock that keeps the limit");
    static final int PRICE_PART = cell("price of boxes");
    static final int ALL_PEAK = cell("IT power of all hosts");
    static final int ALL_FACILITY = cell("facility power of all hosts");
    static final int ALL_COST = cell("cost of all hosts");
    static final int HEAT_SHARE = cell("share of heat into the liquid");
    static final int HEAT_PART = cell("heat of boxes");
    static final int HEAT_AIR = cell("heat into the air");
    static final int HEAT_LIQUID = cell("heat into the liquid");
    static final int LEAD_TIME = cell("lead_time");
    static final int DELIVERED = cell("all delivered");
    static final int RACKS = cell("racks to put up");
    static final int CREWS = cell("deploy.crews");
    static final int INSTALL_EACH = cell("deploy.install");
    static final int INSTALL = cell("work on the floor");
    static final int BURN_IN = cell("deploy.burn_in");
    static final int DEPLOY_TIME = cell("order to running");

    static final int COUNT = NAMES.size();

    private Cells() {}

    private static int cell(String name) {
        NAMES.add(name);
        return NAMES.size() - 1;
    }

    private static int block(String name, int size) {
        int first = NAMES.size();
        for (int i = 0; i < size; i++) {
            NAMES.add(name + " " + i);
        }
        return first;
    }

    /** A product, and the adapter that may stand beside it. */
    private static int product(String name) {
        int first = NAMES.size();
        passes(name);
        passes(name + "'s adapter, down");
        passes(name + "'s adapter, up");
        for (String part :
                List.of(
                        "traffic of the sum",
                        "sum",
                        "forward",
                        "sum of gradients",
                        "backward",
                        "parameters")) {
            NAMES.add(name + "'s adapter, " + part);
        }
        if (NAMES.size() - first != ADAPTED_PRODUCT) {
            throw new IllegalStateException("a product has " + ADAPTED_PRODUCT + " cells");
        }
        return first;
    }

    private static void passes(String name) {
        int first = NAMES.size();
        for (String part :
                List.of(
                        "FLOP",
                        "forward traffic",
                        "forward",
                        "input gradient's traffic",
                        "input gradient",
                        "weight gradient's traffic",
                        "weight gradient",
                        "backward")) {
            NAMES.add(name + ", " + part);
        }
        if (NAMES.size() - first != PRODUCT) {
            throw new IllegalStateException("the passes of a product have " + PRODUCT + " cells");
        }
    }

    private static int sight(String name) {
        int first = NAMES.size();
        for (String part : List.of("keys", "FLOP", "traffic", "core", "core, backward")) {
            NAMES.add(part + " of " + name);
        }
        return first;
    }

    private static int kind(String name) {
        int first = NAMES.size();
        for (String part :
                List.of(
                        "products, forward",
                        "products, backward",
                        "traffic of norms and residuals",
                        "traffic of activations",
                        "traffic of rotation",
                        "elementwise traffic of fused kernels",
                        "elementwise traffic",
                        "elementwise, forward",
                        "elementwise, backward",
                        "kernels, forward",
                        "kernels, backward",
                        "tensor-parallel exchanges",
                        "tensor-parallel time",
                        "forward",
                        "backward",
                        "computed again",
                        "time",
                        "parameters",
                        "kept by attention",
                        "kept by the MLP",
                        "kept scores",
                        "kept dropout",
                        "kept activations",
                        "working set",
                        "forward FLOP",
                        "kept where cheap modules are computed again",
                        "spared activations",
                        "trained parameters")) {
            NAMES.add(part + " of " + name);
        }
        if (NAMES.size() - first != KIND) {
            throw new IllegalStateException("a kind of layer has " + KIND + " cells");
        }
        return first;
    }

    /** What the number in a cell is called. */
    static String name(int cell) {
        return NAMES.get(cell);
    }
}
