// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Recompute;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;

/** A design with one element changed, evaluated again: what a fix would come to. */
public final class Variant {
    private Variant() {}

    /** The run of the same placement in a design with another element of the same name. */
    public static Optional<Evaluation.Run> run(Evaluation.Run of, Design design, Element instead) {
        Map<String, Element> elements = new TreeMap<>(design.elements());
        elements.put(instead.name(), instead);
        Design changed = new Design(design.versions(), design.name(), elements, design.trace());
        return ClosedForm.answers(changed).runs().stream()
                .filter(r -> r.origin().equals(of.origin()) && r.undefined() == null)
                .findFirst();
    }

    /** A workload with another recomputation. */
    public static Workload recompute(Workload w, Recompute r) {
        return with(
                w, w.microBatch(), w.parallel(), Choice.of(r, w.recompute().origin()), w.decode());
    }

    /** A workload with other micro-batches. */
    public static Workload microBatch(Workload w, double n) {
        return with(w, number(w.microBatch(), n), w.parallel(), w.recompute(), w.decode());
    }

    /** A workload that shards more over its copies. */
    public static Workload zero(Workload w, double stage) {
        Workload.Parallel p = w.parallel();
        return with(
                w,
                w.microBatch(),
                parallel(p, p.pp(), number(p.zero(), stage)),
                w.recompute(),
                w.decode());
    }

    /** A workload with another number of stages. */
    public static Workload stages(Workload w, double pp) {
        Workload.Parallel p = w.parallel();
        return with(
                w,
                w.microBatch(),
                parallel(p, number(p.pp(), pp), p.zero()),
                w.recompute(),
                w.decode());
    }

    /** A workload whose answering engines share each matrix among other ranks. */
    public static Workload decodeTp(Workload w, double tp) {
        Workload.Engines e = w.decode();
        Workload.Engines wider =
                new Workload.Engines(
                        number(e.tp(), tp),
                        e.pp(),
                        e.ep(),
                        e.dp(),
                        e.redundant(),
                        e.twoBatches(),
                        e.replicas());
        return with(w, w.microBatch(), w.parallel(), w.recompute(), wider);
    }

    /** A topology without oversubscription. */
    public static Topology full(Topology t) {
        return new Topology(
                t.header(),
                t.shape(),
                t.switch_(),
                t.link(),
                number(t.oversubscription(), 1),
                t.rails(),
                t.dimensions(),
                t.tiers(),
                t.length(),
                t.tier().stream().map(Variant::full).toList());
    }

    private static Named<Topology.Tier> full(Named<Topology.Tier> n) {
        Topology.Tier t = n.value();
        Value one = number(t.oversubscription(), 1);
        return new Named<>(
                n.name(),
                new Topology.Tier(t.endpoints(), t.switch_(), t.link(), one, t.length()),
                n.origin());
    }

    private static Value number(Value of, double n) {
        return Value.of(n, of.origin());
    }

    private static Workload.Parallel parallel(Workload.Parallel p, Value pp, Value zero) {
        return new Workload.Parallel(
                p.tp(), pp, p.vpp(), p.cp(), p.ep(), p.dp(), zero, p.sequenceParallel());
    }

    private static Workload with(
            Workload w,
            Value microBatch,
            Workload.Parallel parallel,
            Choice<Recompute> recompute,
            Workload.Engines decode) {
        return new Workload(
                w.header(),
                w.mode(),
                w.model(),
                w.requirements(),
                w.stack(),
                w.precision(),
                w.sequence(),
                w.document(),
                w.batch(),
                microBatch,
                parallel,
                recompute,
                w.adapter(),
                w.arrivals(),
                w.concurrency(),
                w.maxBatch(),
                w.prompt(),
                w.output(),
                w.kvPrecision(),
                w.attentionPrecision(),
                w.expertPrecision(),
                w.expertSkew(),
                w.weights(),
                w.chunk(),
                w.speculative(),
                w.prefill(),
                decode,
                w.checkpoint());
    }
}
