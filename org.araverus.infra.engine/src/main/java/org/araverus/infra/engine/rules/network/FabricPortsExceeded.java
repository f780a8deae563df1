// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.network;

import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Fabric;
import org.araverus.infra.engine.rules.Say;

/**
 * The endpoints of a network against what its form takes: of a fat-tree with so many tiers of such
 * a radix (two tiers r^2 / 2, three r^3 / 4), of the top tier of a Clos, of the switches of one
 * stage.
 */
@Rule(
        summary = "A network has more endpoints than its switches have ports for",
        severity = Severity.ERROR,
        layer = Layer.NETWORK,
        since = "0.1")
public final class FabricPortsExceeded extends DesignRule<Element> {
    public FabricPortsExceeded() {
        super(Element.class);
    }

    @Override
    public void check(Element holder, Design design, Findings findings) {
        Ref<Topology> ref =
                switch (holder) {
                    case Node n -> n.scaleUp();
                    case Rack r -> r.scaleUp();
                    case Cluster c -> c.network();
                    default -> Ref.none(State.ABSENT, holder.origin());
                };
        if (ref.isAbsent()) {
            return;
        }
        Topology topology = design.get(ref);
        switch (topology.shape().get()) {
            case switched -> oneStage(holder, topology, design, findings);
            case fat_tree -> fatTree(holder, ref, topology, design, findings);
            case torus -> {}
            case clos -> clos(holder, ref, topology, design, findings);
        }
    }

    private void fatTree(
            Element holder,
            Ref<Topology> ref,
            Topology topology,
            Design design,
            Findings findings) {
        Switch type = design.get(topology.switch_());
        Fabric fabric = Fabric.of(topology, type);
        double all = Fabric.endpoints(holder, design);
        double plane = Math.ceil(all / fabric.rails());
        double tiers = topology.tiers().si();
        double most = fabric.most(tiers);
        if (plane <= most) {
            return;
        }
        String message =
                "%s has %s%s; %s of %s gives %s, %s too few"
                        .formatted(
                                Say.kind(holder),
                                Say.many(all, "endpoint"),
                                fabric.rails() > 1 ? " on " + Say.many(fabric.rails(), "rail") : "",
                                "a fat-tree with " + Say.many(tiers, "tier"),
                                Say.name(type),
                                Say.count(most * fabric.rails()),
                                Say.count(all - most * fabric.rails()));
        Findings.Draft finding =
                findings.report(this, topology.tiers().origin(), message)
                        .detail(
                                Say.name(type) + " has " + Say.many(type.ports().si(), "port"),
                                type.ports().origin())
                        .related(ref.origin());
        for (double more = tiers + 1; more <= Fabric.TIERS; more++) {
            if (plane <= fabric.most(more)) {
                String text = Say.count(more);
                finding.fix("tiers: " + text, new Edit.Set(topology.tiers().origin(), text));
                return;
            }
        }
    }

    private void clos(
            Element holder,
            Ref<Topology> ref,
            Topology topology,
            Design design,
            Findings findings) {
        if (topology.tier().isEmpty()) {
            return;
        }
        Named<Topology.Tier> top = topology.tier().get(topology.tier().size() - 1);
        Value most = top.value().endpoints();
        double all = Fabric.endpoints(holder, design);
        if (all <= most.si()) {
            return;
        }
        String message =
                "%s has %s; tier %s of %s spans %s, %s too few"
                        .formatted(
                                Say.kind(holder),
                                Say.many(all, "endpoint"),
                                top.name(),
                                Say.name(topology),
                                Say.count(most.si()),
                                Say.count(all - most.si()));
        String enough = Say.count(all);
        findings.report(this, most.origin(), message)
                .related(ref.origin())
                .fix("endpoints: " + enough, new Edit.Set(most.origin(), enough));
    }

    /** Every endpoint reaches every switch: all its links end in ports of the stage. */
    private void oneStage(Element holder, Topology topology, Design design, Findings findings) {
        Part part = Fabric.switches(topology);
        if (part == null || part.runs().size() != 1) {
            return;
        }
        Part.Run run = part.runs().get(0);
        if (!(design.get(run.type()) instanceof Switch type)) {
            return;
        }
        double need = Fabric.links(holder, design);
        double have = run.count().si() * type.ports().si();
        if (need <= have) {
            return;
        }
        String message =
                "links of %s need %s, %s more than the %s of %s"
                        .formatted(
                                Say.kind(holder),
                                Say.many(need, "port"),
                                Say.count(need - have),
                                Say.count(have),
                                Say.parts(run.count().si(), type));
        String enough = Say.count(Math.ceil(need / type.ports().si()));
        findings.report(this, run.count().origin(), message)
                .detail(
                        Say.name(type) + " has " + Say.many(type.ports().si(), "port"),
                        type.ports().origin())
                .fix(enough + " x " + Say.name(type), new Edit.Set(run.count().origin(), enough));
    }
}
