// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Target;
import org.araverus.infra.engine.physics.Compression;
import org.araverus.infra.engine.physics.Parameters;
import org.araverus.infra.engine.physics.Recurrences;

/**
 * Parameters that follow from a model's sizes, embeddings and head included. Where a size is
 * missing, {@link org.araverus.infra.engine.design.NotKnown}.
 */
public final class ModelParameters {
    private ModelParameters() {}

    /** All of them. */
    public static double total(Model m) {
        return count(m, m.experts().count().orElse(0));
    }

    /** Those that one token visits: of the routed experts only the active ones. */
    public static double active(Model m) {
        return count(m, m.experts().active().orElse(0));
    }

    /** Those of the modules that predict further tokens: each a layer as the last ones are. */
    public static double further(Model m) {
        double modules = m.mtp().orElse(0);
        if (modules == 0) return 0;
        double routed = m.experts().count().orElse(0);
        double block = routed > 0 ? sparse(m, routed) : dense(m);
        return Parameters.further(modules, m.hidden().si(), attention(m), block, norms(m));
    }

    /** Those of adapters of this rank beside the products of all layers. */
    public static double adapters(Model m, double rank, Target targets) {
        return adapters(m, rank, targets, m.experts().count().orElse(0));
    }

    /** Those of the adapters that one token visits: of the routed experts only the active ones. */
    public static double visitedAdapters(Model m, double rank, Target targets) {
        return adapters(m, rank, targets, m.experts().active().orElse(0));
    }

    private static double adapters(Model m, double rank, Target targets, double routed) {
        double hidden = m.hidden().si();
        double heads = m.heads().si();
        double attention;
        double width;
        if (!m.compressed().outputRank().isAbsent()) {
            Model.Compressed c = m.compressed();
            double query = c.queryRank().si();
            double dim = m.headDim().si();
            width = c.outputGroups().si() * c.outputRank().si();
            attention =
                    Parameters.adapter(rank, hidden, query, 1)
                            + Parameters.adapter(rank, query, heads * dim, 1)
                            + Parameters.adapter(rank, hidden, dim, 1);
        } else if (m.mla().kvRank().isAbsent()) {
            double dim = m.headDim().orElse(hidden / heads);
            width = heads * dim;
            double qkv = width + 2 * m.kvHeads().orElse(heads) * dim;
            attention = Parameters.adapter(rank, hidden, qkv, 1);
        } else {
            Model.Mla a = m.mla();
            double query = a.queryRank().si();
            double key = a.kvRank().si();
            width = heads * a.valueDim().si();
            double queries = heads * (a.nopeDim().si() + a.ropeDim().si());
            double values = heads * (a.nopeDim().si() + a.valueDim().si());
            attention =
                    Parameters.adapter(rank, hidden, query, 1)
                            + Parameters.adapter(rank, query, queries, 1)
                            + Parameters.adapter(rank, hidden, key + a.ropeDim().si(), 1)
                            + Parameters.adapter(rank, key, values, 1);
        }
        if (targets != Target.qkv) attention += Parameters.adapter(rank, width, hidden, 1);
        double all = attentionLayers(m) * attention;
        return targets == Target.all ? all + blocks(m, rank, routed) : all;
    }

    /** Adapters of all MLPs and experts. */
    private static double blocks(Model m, double rank, double routed) {
        double layers = m.mlpLayers().orElse(m.layers().si());
        Model.Experts e = m.experts();
        double sparse = e.count().isAbsent() ? 0 : layers - e.denseLayers().orElse(0);
        double hidden = m.hidden().si();
        double all = 0;
        if (layers > sparse) all += (layers - sparse) * block(m, rank, hidden, m.ffn().si(), 1);
        if (sparse == 0) return all;
        double ffn = e.ffn().isAbsent() ? m.ffn().si() : e.ffn().si();
        double shared = e.shared().orElse(0) * e.sharedFfn().orElse(ffn);
        double one = block(m, rank, e.latent().orElse(hidden), ffn, routed);
        if (shared > 0) one += block(m, rank, hidden, shared, 1);
        return all + sparse * one;
    }

    private static double block(Model m, double rank, double hidden, double ffn, double groups) {
        return Parameters.adapter(rank, hidden, (matrices(m) - 1) * ffn, groups)
                + Parameters.adapter(rank, ffn, hidden, groups);
    }

    private static double count(Model m, double routed) {
        double layers = m.mlpLayers().orElse(m.layers().si());
        double withExperts =
                m.experts().count().isAbsent() ? 0 : layers - m.experts().denseLayers().orElse(0);
        double hidden = m.hidden().si();
        double finalNorm = Parameters.norms(hidden, vectors(m)) / 2;
        double embedding =
                Parameters.embedding(hidden, m.vocab().si(), m.tied().orElse(false) ? 1 : 2);
        double outside =
                finalNorm + embedding + Parameters.positions(hidden, m.positions().orElse(0));
        double plain = layers - withExperts;
        return Parameters.model(
                layers,
                mixers(m) / layers + norms(m) * (1 + mixing(m) / layers) / 2 + streams(m),
                plain,
                plain == 0 ? 0 : dense(m),
                withExperts,
                withExperts == 0 ? 0 : sparse(m, routed),
                outside);
    }

    private static double streams(Model m) {
        double streams = m.streams().orElse(1);
        return streams > 1 ? Compression.streams(m.hidden().si(), streams) : 0;
    }

    private static double vectors(Model m) {
        return m.bias().orElse(false) ? 2 : 1;
    }

    private static double matrices(Model m) {
        return m.gated().orElse(false) ? 3 : 2;
    }

    private static double norms(Model m) {
        return Parameters.norms(m.hidden().si(), vectors(m));
    }

    /** Layers with attention. */
    public static double attentionLayers(Model m) {
        if (m.attention().layers().isKnown()) return m.attention().layers().si();
        return Recurrences.attentionLayers(
                m.layers().si(), m.recurrent().layers().orElse(0), m.mlpLayers().orElse(0));
    }

    /** Layers with attention or a state. */
    private static double mixing(Model m) {
        return attentionLayers(m) + m.recurrent().layers().orElse(0);
    }

    /** Parameters of all layers that mix tokens. */
    private static double mixers(Model m) {
        double all = attentionLayers(m) * (attention(m) + seeing(m));
        if (m.recurrent().layers().isAbsent()) return all;
        return all + m.recurrent().layers().si() * recurrent(m);
    }

    /** Gate and indexer of one layer. */
    private static double seeing(Model m) {
        double sum = 0;
        if (m.attention().gate().orElse(false)) {
            double heads = m.heads().si();
            double dim = m.headDim().orElse(m.hidden().si() / heads);
            sum += Parameters.attentionGate(m.hidden().si(), heads, dim);
        }
        if (!m.attention().picked().isAbsent() && m.compressed().outputRank().isAbsent())
            sum +=
                    Parameters.indexer(
                            m.hidden().si(),
                            m.mla().queryRank().orElse(m.hidden().si()),
                            m.attention().indexHeads().si(),
                            m.attention().indexDim().si());
        return sum;
    }

    /** Parameters of one layer with a state. */
    private static double recurrent(Model m) {
        Model.Recurrent r = m.recurrent();
        double heads = r.valueHeads().si();
        double channels =
                Recurrences.channels(r.keyHeads().si(), heads, r.keyDim().si(), r.valueDim().si());
        double scalars = scalars(r);
        double width = Recurrences.width(channels, heads, r.valueDim().si(), scalars);
        return Recurrences.parameters(
                m.hidden().si(), width, channels, heads, r.valueDim().si(), r.conv().si());
    }

    /** Numbers of each head that a token is projected to beside its vectors. */
    public static double scalars(Model.Recurrent r) {
        return switch (r.kind().get()) {
            case mamba2 -> 1;
            case gated_delta -> 2;
        };
    }

    private static double attention(Model m) {
        double hidden = m.hidden().si();
        double heads = m.heads().si();
        if (!m.compressed().outputRank().isAbsent()) return compressed(m);
        if (!m.mla().kvRank().isAbsent())
            return Parameters.latentAttention(
                    hidden,
                    heads,
                    m.mla().queryRank().si(),
                    m.mla().kvRank().si(),
                    m.mla().nopeDim().si(),
                    m.mla().ropeDim().si(),
                    m.mla().valueDim().si());
        double kvHeads = m.kvHeads().orElse(heads);
        double headDim = m.headDim().orElse(hidden / heads);
        double bias =
                m.bias().orElse(false)
                        ? Parameters.attentionBias(hidden, heads, kvHeads, headDim)
                        : 0;
        return Parameters.attention(hidden, heads, kvHeads, headDim) + bias;
    }

    /** Mean over the layers. */
    private static double compressed(Model m) {
        Model.Compressed c = m.compressed();
        double hidden = m.hidden().si();
        double dim = m.headDim().si();
        double query = c.queryRank().si();
        double all =
                Compression.attention(
                        hidden,
                        m.heads().si(),
                        dim,
                        query,
                        c.outputRank().si(),
                        c.outputGroups().si());
        double layers = m.layers().si();
        double sparse = c.sparseLayers().orElse(0) / layers;
        double dense = c.denseLayers().orElse(0) / layers;
        if (sparse > 0)
            all +=
                    sparse
                            * Compression.sparse(
                                    hidden,
                                    dim,
                                    query,
                                    m.attention().indexHeads().si(),
                                    m.attention().indexDim().si());
        return all + dense * Compression.dense(hidden, dim);
    }

    private static double dense(Model m) {
        double bias =
                m.bias().orElse(false)
                        ? Parameters.mlpBias(m.hidden().si(), m.ffn().si(), matrices(m))
                        : 0;
        return Parameters.mlp(m.hidden().si(), m.ffn().si(), matrices(m)) + bias;
    }

    private static double sparse(Model m, double routed) {
        double hidden = m.hidden().si();
        double ffn = m.experts().ffn().isAbsent() ? m.ffn().si() : m.experts().ffn().si();
        double latent = m.experts().latent().orElse(hidden);
        double down =
                m.experts().latent().isAbsent() ? 0 : Parameters.latentExperts(hidden, latent);
        double shared = m.experts().shared().orElse(0);
        double sharedFfn = m.experts().sharedFfn().orElse(ffn);
        return Parameters.router(hidden, m.experts().count().si())
                + down
                + Parameters.experts(latent, routed, ffn, matrices(m))
                + Parameters.experts(hidden, shared, sharedFfn, matrices(m));
    }
}
