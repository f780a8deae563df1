// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.physics.Parameters;

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

    private static double count(Model m, double routed) {
        double layers = m.layers().si();
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
                attention(m) + norms(m),
                plain,
                plain == 0 ? 0 : dense(m),
                withExperts,
                withExperts == 0 ? 0 : sparse(m, routed),
                outside);
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

    private static double attention(Model m) {
        double hidden = m.hidden().si();
        double heads = m.heads().si();
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
        double experts = routed + m.experts().shared().orElse(0);
        return Parameters.router(hidden, m.experts().count().si())
                + Parameters.experts(hidden, experts, ffn, matrices(m));
    }
}
