// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Accelerator.Operator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Flag;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Precision;
import org.araverus.infra.engine.design.Shape;
import org.araverus.infra.engine.design.Stack;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.design.Target;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.physics.Recurrences;
import org.araverus.infra.engine.physics.Shapes;
import org.araverus.infra.engine.physics.Sums;
import org.araverus.infra.engine.structure.ModelParameters;
import org.araverus.infra.engine.units.Show;
import org.jspecify.annotations.Nullable;

/** Lowers one placement of a design into a plan. What is missing and has no default throws. */
final class Lowering {

    private static final String SMALL_LAW = "72 % of bf16's, as public kernel tables of H100 show";

    private final Design design;
    private final Assumptions assumptions;
    private final double[] values = new double[INPUTS];
    private final double[] spreads = new double[INPUTS];
    private final Origin[] origins = new Origin[INPUTS];
    private final @Nullable String[] laws = new String[INPUTS];
    private final @Nullable Derivation[] made = new Derivation[INPUTS];

    private Lowering(Design design, Assumptions assumptions) {
        this.design = design;
        this.assumptions = assumptions;
        Arrays.fill(origins, Origin.NOWHERE);
    }

    /** The plan of a placement on hosts with one type of accelerator. */
    static Plan lower(Design design, Placement placement, Selection host, Assumptions assumptions) {
        return new Lowering(design, assumptions).plan(placement, host);
    }

    private Plan plan(Placement placement, Selection host) {
        Workload w = design.get(placement.workload());
        Model m = design.get(w.model());
        Accelerator a = host.accelerator();
        if (a == null) throw new IllegalArgumentException("a host of one type of accelerator");
        Stack stack = w.stack().isAbsent() ? null : design.get(w.stack());
        Precision precision = w.precision().orElse(Precision.bf16);
        boolean serves = w.mode().get() == Mode.serves;
        model(m);
        device(a, precision, host.accelerators());
        Precision experts = serves ? w.expertPrecision().orElse(precision) : precision;
        experts(a, experts);
        List<Network.Level> levels = Network.levels(design, placement.host(), host, assumptions);
        network(levels);
        Flag flash = stack == null ? Flag.of(true, w.origin()) : stack.flashAttention();
        boolean scores = !flash.orElse(true);
        software(w, stack, precision);
        if (serves) served(w, stack);
        if (serves && w.attentionPrecision().isKnown())
            attention(a, w.attentionPrecision().get(), precision);
        workload(w, precision, serves);
        operands(w, m, precision, experts, serves);
        constants(serves, scores);
        put(LAYER_KERNELS, m.mla().kvRank().isAbsent() ? 10 : 20, Origin.NOWHERE);
        put(EXPERT_KERNELS, 8, Origin.NOWHERE);
        Plan.Traits traits =
                new Plan.Traits(
                        serves,
                        !m.experts().count().isAbsent(),
                        !m.mla().kvRank().isAbsent(),
                        m.positions().orElse(0) == 0,
                        m.bias().orElse(false),
                        scores,
                        levels.size(),
                        (int) levels.stream().filter(Network.Level::scaleUp).count(),
                        !a.power().cap().isAbsent(),
                        serves ? null : adapters(w, m),
                        serves ? Plan.Keeps.NOTHING : keeps(w, m, a, placement.host().element()));
        return new Plan(values, spreads, origins, laws, made, traits);
    }

    private void model(Model m) {
        put(LAYERS, m.mlpLayers().isAbsent() ? m.layers() : m.mlpLayers());
        mixers(m);
        put(HIDDEN, m.hidden());
        put(HEADS, m.heads());
        put(KV_HEADS, m.kvHeads().isAbsent() ? m.heads() : m.kvHeads());
        put(HEAD_DIM, m.headDim(), headDim(m));
        put(VOCAB, m.vocab());
        put(MTP_MODULES, m.mtp(), 0);
        put(POSITIONS, m.positions(), 0);
        put(MATRICES, m.gated().orElse(false) ? 3 : 2, m.gated().origin());
        put(EMBEDDINGS, m.tied().orElse(false) ? 1 : 2, m.tied().origin());
        put(NORM_VECTORS, m.bias().orElse(false) ? 2 : 1, m.bias().origin());
        Model.Experts e = m.experts();
        if (e.count().isAbsent()) {
            put(FFN, m.ffn());
            put(DENSE_LAYERS, m.mlpLayers().isAbsent() ? m.layers() : m.mlpLayers());
        } else {
            put(DENSE_LAYERS, e.denseLayers(), 0);
            put(FFN, m.ffn(), 0);
            put(EXPERTS, e.count());
            put(TOP_K, e.active());
            put(EXPERT_FFN, e.ffn().isAbsent() ? m.ffn() : e.ffn());
            put(SHARED, e.shared(), 0);
            put(SHARED_FFN, e.sharedFfn().isAbsent() ? ffn(m) : e.sharedFfn());
            put(EXPERT_HIDDEN, e.latent().isAbsent() ? m.hidden() : e.latent());
        }
        Model.Mla mla = m.mla();
        if (mla.kvRank().isAbsent()) return;
        put(KV_HEADS, m.heads());
        put(KV_RANK, mla.kvRank());
        put(QUERY_RANK, mla.queryRank());
        put(ROPE_DIM, mla.ropeDim());
        put(NOPE_DIM, mla.nopeDim());
        put(VALUE_DIM, mla.valueDim());
    }

    private static Derivation headDim(Model m) {
        double value = Shapes.headDim(m.hidden().si(), m.heads().si());
        List<Derivation> from =
                List.of(
                        Derivation.given("hidden", m.hidden(), ""),
                        Derivation.given("heads", m.heads(), ""));
        return Derivation.made("head_dim", value, "shape.head_dim", from);
    }

    /** Inner width of an expert. */
    private static Value ffn(Model m) {
        return m.experts().ffn().isAbsent() ? m.ffn() : m.experts().ffn();
    }

    /** Layers are counted by their MLPs; what mixes tokens is shared out among those blocks. */
    private void mixers(Model m) {
        Model.Sight s = m.attention();
        Value blocks = m.mlpLayers().isAbsent() ? m.layers() : m.mlpLayers();
        boolean plain =
                s.layers().isAbsent()
                        && m.recurrent().layers().isAbsent()
                        && m.mlpLayers().isAbsent();
        Derivation layers = plain ? Derivation.given("layers", m.layers(), "") : attentionLayers(m);
        if (plain) put(ATTENTION_SHARE, s.layers(), 1);
        else put(ATTENTION_SHARE, Value.absent(s.layers().origin()), share(layers, blocks));
        put(STREAMS, m.streams(), 1);
        if (!m.compressed().outputRank().isAbsent()) {
            compressed(m, blocks);
            put(RECURRENT_SHARE, m.recurrent().layers(), 0);
            return;
        }
        if (s.window().isKnown()) {
            put(WINDOW_KEYS, s.window());
            Derivation windowed =
                    s.windowed().isAbsent()
                            ? layers
                            : Derivation.given("windowed", s.windowed(), "");
            put(WINDOW_SHARE, Value.absent(s.windowed().origin()), share(windowed, layers));
        }
        if (s.gate().orElse(false)) put(GATED, 1, s.gate().origin());
        if (s.picked().isKnown()) {
            put(PICKED, s.picked());
            put(INDEX_HEADS, s.indexHeads());
            put(INDEX_DIM, s.indexDim());
            put(QUERY_RANK, m.hidden());
        }
        Model.Recurrent r = m.recurrent();
        if (r.layers().isAbsent()) {
            put(RECURRENT_SHARE, r.layers(), 0);
            return;
        }
        Derivation own = Derivation.given("recurrent.layers", r.layers(), "");
        put(RECURRENT_SHARE, Value.absent(r.layers().origin()), share(own, blocks));
        put(KEY_HEADS, r.keyHeads());
        put(VALUE_HEADS, r.valueHeads());
        put(STATE_DIM, r.keyDim());
        put(STATE_VALUE, r.valueDim());
        put(CONV, r.conv());
        put(CHUNK, r.chunk());
        put(SCALARS, ModelParameters.scalars(r), r.kind().origin());
    }

    private void compressed(Model m, Value blocks) {
        Model.Compressed c = m.compressed();
        Model.Sight s = m.attention();
        put(OUTPUT_RANK, c.outputRank());
        put(OUTPUT_GROUPS, c.outputGroups());
        put(QUERY_RANK, c.queryRank());
        put(WINDOW_KEYS, s.window());
        Origin sparse = c.sparseLayers().origin();
        Derivation sparseLayers = orNone("compressed.sparse_layers", c.sparseLayers());
        put(SPARSE_SHARE, Value.absent(sparse), share(sparseLayers, blocks));
        if (sparseLayers.value() > 0) {
            put(SPARSE_RATIO, c.sparseRatio());
            put(ENTRIES_PICKED, s.picked());
            put(INDEX_HEADS, s.indexHeads());
            put(INDEX_DIM, s.indexDim());
        }
        Derivation denseLayers = orNone("compressed.dense_layers", c.denseLayers());
        put(COMPRESSED_SHARE, Value.absent(c.denseLayers().origin()), share(denseLayers, blocks));
        if (denseLayers.value() > 0) put(DENSE_RATIO, c.denseRatio());
    }

    private static Derivation attentionLayers(Model m) {
        Value own = m.attention().layers();
        if (own.isKnown()) return Derivation.given("attention.layers", own, "");
        List<Derivation> from =
                List.of(
                        Derivation.given("layers", m.layers(), ""),
                        orNone("recurrent.layers", m.recurrent().layers()),
                        orNone("mlp_layers", m.mlpLayers()));
        return Derivation.made(
                "layers with attention",
                ModelParameters.attentionLayers(m),
                "layer.attention",
                from);
    }

    private static Derivation orNone(String name, Value v) {
        return v.isAbsent()
                ? Derivation.lawful(name, 0, "", Laws.DEFAULT)
                : Derivation.given(name, v, "");
    }

    private static Derivation share(Derivation of, Value blocks) {
        return share(of, Derivation.given("blocks", blocks, ""));
    }

    private static Derivation share(Derivation of, Derivation blocks) {
        double value = Recurrences.share(of.value(), blocks.value());
        return Derivation.made("share of layers", value, "layer.share", List.of(of, blocks));
    }

    private void device(Accelerator a, Precision precision, double count) {
        put(ACCELERATORS, count, a.origin());
        put(PEAK, a.peak().of(precision));
        put(PEAK_16, wide(a, precision));
        put(PEAK_ATTENTION, wide(a, precision));
        put(BANDWIDTH, a.memory().bandwidth());
        Value fits = a.memory().usable().isKnown() ? a.memory().usable() : a.memory().capacity();
        put(CAPACITY, fits);
        if (!a.power().cap().isAbsent()) cap(a);
        Accelerator.Efficiency e = a.efficiency();
        operator(a, precision, COMPUTE, MEMORY, OVERHEAD);
        operator(a, Precision.bf16, COMPUTE_16, MEMORY_16, OVERHEAD_16);
        Accelerator.Attention at = e.attention();
        put(ATTENTION, assumed(at.compute(), Defaults.ATTENTION, "%", Defaults.KERNEL_LAW));
        put(
                ATTENTION_HALF,
                assumed(at.halfSequence(), Defaults.ATTENTION_HALF, "tok", Defaults.KERNEL_LAW));
        put(
                ATTENTION_MEMORY,
                assumed(at.memory(), Defaults.ATTENTION_MEMORY, "%", Defaults.KERNEL_LAW));
    }

    /** Attention in a format of its own: at the rate of the next wider one where there is none. */
    private void attention(Accelerator a, Precision own, Precision products) {
        Value peak = a.peak().of(own);
        put(PEAK_ATTENTION, peak.isAbsent() ? wide(a, products) : peak);
    }

    private void cap(Accelerator a) {
        Accelerator.CappedPower p = a.power();
        put(POWER_CAP, p.cap());
        put(POWER_LIMIT, p.limit());
        double idle = Defaults.IDLE * p.limit().si();
        put(POWER_IDLE, assumed(p.idle(), idle, "W", Defaults.IDLE_LAW));
        put(CLOCK_EXPONENT, Defaults.clockExponent(a, assumptions));
    }

    private void experts(Accelerator a, Precision precision) {
        put(EXPERT_PEAK, a.peak().of(precision));
        operator(a, precision, EXPERT_COMPUTE, EXPERT_MEMORY, EXPERT_OVERHEAD);
    }

    /** Bytes of operands and of stored weights. */
    private void operands(
            Workload w, Model m, Precision precision, Precision experts, boolean serves) {
        double own = precision.bytes();
        double routed = experts.bytes();
        Origin at = w.expertPrecision().origin();
        put(EXPERT_OPERAND, routed, at);
        boolean stored = serves && w.weights().isKnown();
        boolean sparse = !m.experts().count().isAbsent();
        double weights = stored ? w.weights().get().bytes() : Double.NaN;
        put(WEIGHT_OPERAND, stored && !sparse ? weights : own, w.weights().origin());
        put(EXPERT_WEIGHT, stored && sparse ? weights : routed, w.weights().origin());
    }

    private static Value wide(Accelerator a, Precision precision) {
        Accelerator.Peak p = a.peak();
        if (precision.bytes() >= 2) return p.of(precision);
        return p.bf16().isAbsent() ? p.fp16() : p.bf16();
    }

    /** The reached shares of a number format; those of 16 bits stand in for one another. */
    private void operator(
            Accelerator a, Precision precision, int compute, int memory, int overhead) {
        Accelerator.Efficiency e = a.efficiency();
        Operator sixteen = e.bf16().compute().isAbsent() ? e.fp16() : e.bf16();
        Operator own = of(e, precision);
        if (own == null || own.compute().isAbsent()) {
            own = sixteen;
            if (precision.bytes() < 2 && !sixteen.compute().isAbsent()) {
                Value v = sixteen.compute();
                assumptions.add(
                        a.origin().child("efficiency." + precision + ".compute"),
                        Show.value(v.si() * Defaults.SMALL_FORMAT, "%"),
                        SMALL_LAW);
                put(
                        compute,
                        Value.of(
                                v.si() * Defaults.SMALL_FORMAT,
                                v.spread() * Defaults.SMALL_FORMAT,
                                v.origin()));
                made[compute] = small(v);
                shares(own, memory, overhead);
                return;
            }
        }
        Value reached = own.compute();
        if (reached.isAbsent()) {
            Value v = assumptions.or(reached, Defaults.COMPUTE, "%", Defaults.KERNEL_LAW);
            put(compute, Value.of(v.si(), Defaults.COMPUTE_SPREAD, v.origin()));
        } else {
            put(compute, reached);
        }
        shares(own, memory, overhead);
    }

    private static Derivation small(Value sixteen) {
        Derivation share =
                Derivation.lawful(
                        "share of bf16's efficiency", Defaults.SMALL_FORMAT, "%", SMALL_LAW);
        return Derivation.made(
                "efficiency.compute",
                Sums.times(Defaults.SMALL_FORMAT, sixteen.si()),
                "sum.times",
                List.of(share, Derivation.given("efficiency.compute of 16 bits", sixteen, "%")));
    }

    private void shares(Operator o, int memory, int overhead) {
        put(memory, assumed(o.memory(), Defaults.MEMORY, "%", Defaults.KERNEL_LAW));
        put(overhead, assumed(o.overhead(), Defaults.OVERHEAD, "s", Defaults.KERNEL_LAW));
    }

    private static @Nullable Operator of(Accelerator.Efficiency e, Precision precision) {
        return switch (precision) {
            case bf16 -> e.bf16();
            case fp16 -> e.fp16();
            case fp8 -> e.fp8();
            case fp4 -> e.fp4();
            default -> null;
        };
    }

    private void network(List<Network.Level> levels) {
        for (int i = 0; i < levels.size(); i++) {
            Network.Level level = levels.get(i);
            put(DOMAIN + i, level.domain(), Origin.NOWHERE);
            put(RATE + i, level.rate().value());
            made[RATE + i] = level.rate().made();
            put(OVERSUBSCRIPTION + i, level.oversubscription().value());
            made[OVERSUBSCRIPTION + i] = level.oversubscription().made();
            put(LATENCY + i, level.latency());
            put(REACHED + i, level.efficiency());
            put(HALF_SIZE + i, level.halfSize());
            Topology topology = level.topology();
            boolean torus = topology.shape().orElse(Shape.switched) == Shape.torus;
            if (torus) put(DIMENSIONS + i, topology.dimensions(), 3);
            else put(DIMENSIONS + i, 0, Origin.NOWHERE);
        }
    }

    private void software(Workload w, @Nullable Stack stack, Precision precision) {
        if (stack == null) {
            assumptions.add(
                    w.origin().child("stack"),
                    "none",
                    "fused kernels; of communication only data parallelism runs beside work");
            for (int cell :
                    new int[] {
                        KERNEL_TIME,
                        ELEMENTWISE,
                        PRODUCT_TIME,
                        GROUPED_TIME,
                        SHOWN_TP,
                        SHOWN_CP,
                        SHOWN_EP,
                        SHOWN_PP
                    }) {
                put(cell, 1, w.origin().child("stack"));
            }
            put(SHOWN_DP, 0, w.origin().child("stack"));
            put(EXPERT_HOST, 0, w.origin().child("stack"));
            put(GRADIENT, Defaults.GRADIENT, w.origin().child("stack"));
            put(OPTIMIZER, Defaults.OPTIMIZER, w.origin().child("stack"));
            put(CONTEXT, Defaults.CONTEXT, w.origin().child("stack"));
            return;
        }
        put(KERNEL_TIME, stack.kernelTime(), 1);
        put(ELEMENTWISE, stack.elementwiseTraffic(), 1);
        switch (precision) {
            case fp8 -> put(PRODUCT_TIME, stack.products().fp8(), 1);
            case fp4 -> put(PRODUCT_TIME, stack.products().fp4(), 1);
            default -> put(PRODUCT_TIME, 1, Origin.NOWHERE);
        }
        put(ATTENTION_RATE, stack.attentionRate(), 0);
        put(GROUPED_TIME, stack.groupedTime(), 1);
        put(EXPERT_HOST, stack.expertLayer(), 0);
        Stack.Exposed x = stack.exposed();
        put(SHOWN_TP, x.tp(), 1);
        put(SHOWN_CP, x.cp(), 1);
        put(SHOWN_EP, x.ep(), 1);
        put(SHOWN_PP, x.pp(), 1);
        put(SHOWN_DP, x.dp(), 0);
        Stack.State s = stack.state();
        put(GRADIENT, assumed(s.gradient(), Defaults.GRADIENT, "B", Defaults.STATE_LAW));
        boolean inPlace = s.fusedAccumulation().orElse(true);
        put(
                APART_BYTES,
                inPlace ? 0 : Math.max(2, Math.min(precision.bytes(), 4)),
                s.fusedAccumulation().origin());
        put(OPTIMIZER, assumed(s.optimizer(), Defaults.OPTIMIZER, "B", Defaults.STATE_LAW));
        put(CONTEXT, assumed(s.context(), Defaults.CONTEXT, "B", Defaults.CONTEXT_LAW));
    }

    private void workload(Workload w, Precision precision, boolean serves) {
        double bytes = precision.bytes();
        put(OP_BYTES, bytes, w.precision().origin());
        put(BYTES, Math.max(2, Math.min(bytes, 4)), w.precision().origin());
        put(WEIGHT_BYTES, Math.max(2, Math.min(bytes, 4)), w.precision().origin());
        if (!serves) {
            put(SEQUENCE, w.sequence());
            put(DOCUMENT, w.document(), 0);
            put(BATCH, w.batch());
            return;
        }
        double cached = Math.max(1, bytes);
        put(
                KV_BYTES,
                w.kvPrecision().isKnown() ? w.kvPrecision().get().bytes() : cached,
                w.kvPrecision().origin());
        put(PROMPT, w.prompt().mean(), w.prompt().origin());
        put(OUTPUT, w.output().mean(), w.output().origin());
        if (!(w.arrivals() instanceof Distribution.None none && none.state() == State.ABSENT)) {
            put(ARRIVALS, w.arrivals().mean(), w.arrivals().origin());
        }
        put(VARIATION_OF_ANSWERS, Lengths.variation(w.output()), w.output().origin());
        put(VARIATION_OF_PROMPTS, Lengths.variation(w.prompt()), w.prompt().origin());
        if (w.concurrency().isKnown()) put(CONCURRENCY, w.concurrency());
        put(MAX_BATCH, w.maxBatch(), Double.POSITIVE_INFINITY);
        put(PROMPT_CHUNK, w.chunk(), 0);
        put(EXPERT_SKEW, w.expertSkew(), 0);
        pool(w.decode(), REDUNDANT, TWO_BATCHES);
        pool(w.prefill(), PREFILL_REDUNDANT, PREFILL_TWO_BATCHES);
        put(DRAFTS, w.speculative().tokens(), 0);
        put(ACCEPTANCE, w.speculative().acceptance(), 0);
    }

    /** Which products have adapters. */
    private @Nullable Target adapters(Workload w, Model m) {
        Workload.Adapter adapter = w.adapter();
        boolean none = adapter.targets().state() == State.ABSENT;
        if (adapter.rank().isAbsent() && none) return null;
        Target targets = adapter.targets().orElse(Target.all);
        double rank = adapter.rank().si();
        put(RANK, adapter.rank());
        put(APART_BYTES, 0, adapter.rank().origin());
        put(ADAPTED, ModelParameters.adapters(m, rank, targets), adapter.rank().origin());
        put(
                ADAPTED_VISITED,
                ModelParameters.visitedAdapters(m, rank, targets),
                adapter.rank().origin());
        return targets;
    }

    private void pool(Workload.Engines e, int redundant, int halves) {
        put(redundant, e.redundant(), 0);
        put(halves, e.twoBatches().orElse(false) ? 2 : 1, e.twoBatches().origin());
    }

    /** What checkpoints are written to, how often, and what interrupts the job. */
    private Plan.Keeps keeps(Workload w, Model m, Accelerator a, String host) {
        if (!(design.elements().get(host) instanceof Cluster c)) return Plan.Keeps.NOTHING;
        Cluster.Storage storage = c.storage();
        if (!storage.write().isKnown()) return Plan.Keeps.NOTHING;
        Workload.Checkpoint checkpoint = w.checkpoint();
        Cluster.Reliability r = c.reliability();
        put(MODEL_PARAMETERS, ModelParameters.total(m), m.origin());
        laws[MODEL_PARAMETERS] = "counted from the sizes of the model";
        put(WRITE, storage.write());
        put(READ, storage.read().isAbsent() ? storage.write() : storage.read());
        boolean copies = checkpoint.asynchronous().orElse(false);
        if (copies) put(HOST_RATE, a.host().bandwidth());
        if (!checkpoint.interval().isAbsent()) put(INTERVAL, checkpoint.interval());
        if (!r.mtbf().isAbsent()) {
            put(MTBF, r.mtbf());
            put(RESTART, assumed(r.restart(), Defaults.RESTART, "s", Defaults.RESTART_LAW));
        }
        return new Plan.Keeps(
                true, copies, !checkpoint.interval().isAbsent(), !r.mtbf().isAbsent());
    }

    /** What engines take beside kernels and links. */
    private void served(Workload w, @Nullable Stack stack) {
        Stack.Serving s = stack == null ? null : stack.serving();
        Stack.@Nullable Host host = s == null ? null : s.host();
        boolean captured = host == null || host.captured().orElse(true);
        put(CAPTURED, captured ? 1 : 0, host == null ? w.origin() : host.captured().origin());
        boolean all = engine(LAUNCH, s, Stack.Serving::launch, Defaults.LAUNCH);
        engine(HOST_STEP, host, Stack.Host::step, Defaults.HOST_STEP);
        all &= engine(HOST_LAUNCH, host, Stack.Host::launch, Defaults.HOST_LAUNCH);
        all &= engine(EXPERT_LAYER, s, Stack.Serving::expertLayer, Defaults.EXPERT_LAYER);
        all &= engine(REQUEST_TIME, s, Stack.Serving::request, Defaults.REQUEST);
        all &= engine(PROMPT_FACTOR, s, Stack.Serving::promptTime, Defaults.PROMPT_TIME);
        all &= engine(FIRST_TOKEN, s, Stack.Serving::firstToken, Defaults.FIRST_TOKEN);
        all &= engine(ALL_REDUCE, s, Stack.Serving::allReduce, Defaults.ALL_REDUCE);
        all &= engine(ALL_TO_ALL, s, Stack.Serving::allToAll, Defaults.ALL_TO_ALL);
        all &= engine(HALF_ROWS, s, Stack.Serving::halfRows, Defaults.HALF_ROWS);
        engine(POLL, s, Stack.Serving::poll, 1);
        engine(STREAM, s, Stack.Serving::stream, 1);
        boolean beside = s != null && s.overlapCombine().orElse(false);
        put(OVERLAPS, beside ? 1 : 0, s == null ? w.origin() : s.overlapCombine().origin());
        if (!all) {
            Origin at = stack == null ? w.origin().child("stack") : stack.origin();
            String what = "launches, routing, small messages of the mean of three stacks";
            assumptions.add(at.child("serving"), what, Defaults.SERVING_LAW);
        }
        Value memory =
                s == null || s.memory().isAbsent()
                        ? Value.absent(w.origin().child("decode"))
                        : s.memory();
        put(RESERVED, assumed(memory, Defaults.RESERVED, "%", Defaults.RESERVED_LAW));
    }

    /** Puts what the stack says, or the mean of others; whether the stack says it. */
    private <T> boolean engine(int cell, @Nullable T s, Function<T, Value> of, double mean) {
        Value written = s == null ? Value.absent(Origin.NOWHERE) : of.apply(s);
        put(cell, written, mean);
        return !written.isAbsent();
    }

    private void constants(boolean serves, boolean scores) {
        put(ONE, 1, Origin.NOWHERE);
        put(TWO, 2, Origin.NOWHERE);
        put(HALF, 0.5, Origin.NOWHERE);
        // serving engines fuse norms and residuals, and pack experts' rows in small tiles
        put(KERNELS, serves ? 2 : 6, Origin.NOWHERE);
        put(TILE, serves ? 1 : 128, Origin.NOWHERE);
        put(BACKWARD_ATTENTION, scores ? 2 : 2.5, Origin.NOWHERE);
        put(LOGIT_BYTES, 6, Origin.NOWHERE);
    }

    private Value assumed(Value v, double otherwise, String unit, String law) {
        return assumptions.or(v, otherwise, unit, law);
    }

    /** The value, or what the attribute's documentation says of its absence. */
    private void put(int cell, Value v, double otherwise) {
        put(cell, v.isAbsent() ? Value.of(otherwise, v.origin()) : v);
        if (v.isAbsent()) laws[cell] = Laws.DEFAULT;
    }

    /** A number that follows from others where it is not written. */
    private void put(int cell, Value v, Derivation otherwise) {
        if (v.isAbsent()) {
            put(cell, otherwise.value(), v.origin());
            made[cell] = otherwise;
        } else {
            put(cell, v);
        }
    }

    private void put(int cell, Value v) {
        put(cell, v.si(), v.origin());
        spreads[cell] = v.spread();
    }

    private void put(int cell, double value, Origin origin) {
        values[cell] = value;
        origins[cell] = origin;
    }
}
