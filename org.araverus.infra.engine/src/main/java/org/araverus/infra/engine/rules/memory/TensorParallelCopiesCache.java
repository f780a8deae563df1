// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.memory;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Cut;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** The ranks that share each matrix against the key and value heads that they deal out. */
@Rule(
        summary = "Tensor parallelism holds copies of the KV cache of a served model",
        severity = Severity.WARNING,
        layer = Layer.MEMORY,
        since = "0.1")
public final class TensorParallelCopiesCache extends DesignRule<Workload> {
    public TensorParallelCopiesCache() {
        super(Workload.class);
    }

    @Override
    public void check(Workload workload, Design design, Findings findings) {
        if (workload.mode().is(Mode.trains)) return;
        Model model = design.get(workload.model());
        Value tp = workload.decode().tp();
        Value heads = model.kvHeads();
        boolean grouped = heads.isKnown() && model.mla().kvRank().isAbsent();
        if (!grouped || !tp.isKnown() || tp.si() <= heads.si()) return;
        double copies = tp.si() / heads.si();
        String message =
                "tp %s of %s has %s for %s: the cache is held %s times"
                        .formatted(
                                Say.count(tp.si()),
                                Say.name(workload),
                                Say.many(tp.si(), "rank"),
                                Say.many(heads.si(), "key and value head"),
                                Show.digits(copies));
        Findings.Draft finding =
                findings.report(this, tp.origin(), message)
                        .detail("kv_heads " + Say.count(heads.si()), heads.origin());
        if (!Cut.divides(heads.si(), tp.si())) return;
        Value dp = workload.decode().dp();
        String ranks = Say.count(dp.orElse(1) * copies);
        finding.fix(
                "tp: %s   dp: %s".formatted(Say.count(heads.si()), ranks),
                new Edit.Set(tp.origin(), Say.count(heads.si())),
                new Edit.Set(dp.origin(), ranks));
    }
}
