// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.physics.Deploy;
import org.araverus.infra.engine.units.Show;
import org.jspecify.annotations.Nullable;

/**
 * How long until a cluster runs: everything is ordered on one day, the slowest delivery decides
 * when work on the floor begins. A hall whose power and cooling have no lead time stands already,
 * and a part without one is in stock.
 *
 * @param steps deliveries, the longest first, then the work on the floor
 * @param inStock qualified names of parts without a lead time
 * @param time from order to running, s
 */
public record Deployment(List<Step> steps, List<String> inStock, double time) {

    /** What a stretch of time is for. */
    public enum Kind {
        DELIVERY,
        POWER,
        COOLING,
        INSTALL,
        BURN_IN
    }

    /**
     * A stretch of time.
     *
     * @param subject qualified name of what is delivered or put up
     * @param start from the order, s
     * @param time how long it takes, s
     * @param critical whether the whole waits for it
     * @param origin where the time stands
     */
    public record Step(
            Kind kind,
            String subject,
            double start,
            double time,
            boolean critical,
            Origin origin) {}

    public Deployment {
        steps = List.copyOf(steps);
        inStock = List.copyOf(inStock);
    }

    /** Of a cluster; null where nothing in it has a lead time. */
    public static @Nullable Deployment of(Design design, Cluster cluster) {
        return of(design, cluster, new Assumptions(), new Frame());
    }

    /** The same, leaving its numbers in the frame. */
    static @Nullable Deployment of(
            Design design, Cluster cluster, Assumptions assumptions, Frame f) {
        return new Chains(design, cluster, assumptions, f).deployment();
    }

    /** The chains of one cluster while they are followed. */
    private static final class Chains {
        private record Lead(Kind kind, Element of, Value time) {}

        private final Design design;
        private final Cluster cluster;
        private final Assumptions assumptions;
        private final Frame f;
        private final Map<String, Lead> leads = new LinkedHashMap<>();
        private final Set<String> inStock = new TreeSet<>();

        Chains(Design design, Cluster cluster, Assumptions assumptions, Frame f) {
            this.design = design;
            this.cluster = cluster;
            this.assumptions = assumptions;
            this.f = f;
        }

        @Nullable Deployment deployment() {
            parts(cluster);
            Switches.of(design, cluster).keySet().forEach(this::part);
            for (Link l : Switches.links(design, cluster).keySet()) if (isBought(l)) part(l);
            if (leads.isEmpty()) return null;
            if (cluster.site().isElement()) site(design.get(cluster.site()));
            f.same(DELIVERED, ZERO);
            for (Lead l : leads.values()) {
                f.given(LEAD_TIME, l.time);
                double later = Deploy.later(f.x[DELIVERED], f.x[LEAD_TIME]);
                f.set(DELIVERED, later, "deploy.later", DELIVERED, LEAD_TIME);
            }
            return floor();
        }

        private void parts(Element of) {
            for (Part p : of.header().parts())
                for (Part.Run r : p.runs()) part(design.get(r.type()));
        }

        /** A part with its own lead time, or its parts with theirs. */
        private void part(Element e) {
            Value own = leadTime(e);
            if (!own.isAbsent()) leads.put(e.name(), new Lead(Kind.DELIVERY, e, own));
            else if (e.header().parts().isEmpty()) inStock.add(e.name());
            else parts(e);
        }

        /** A link without price and lead time is a rate alone, with no cable named. */
        private static boolean isBought(Link l) {
            return !(l.price().isAbsent() && l.leadTime().isAbsent());
        }

        /** What a site does not have yet; without a lead time it is there. */
        private void site(Site s) {
            Value power = s.power().leadTime();
            if (!power.isAbsent()) leads.put("power", new Lead(Kind.POWER, s, power));
            Value cooling = s.cooling().leadTime();
            if (!cooling.isAbsent()) leads.put("cooling", new Lead(Kind.COOLING, s, cooling));
        }

        private Deployment floor() {
            double racks = 0;
            for (Part p : cluster.header().parts()) racks += p.count();
            Cluster.Deploy d = cluster.deploy();
            double some = Math.ceil(racks / Defaults.RACKS_OF_A_CREW);
            Value crews = or(d.crews(), some);
            Value each = or(d.install(), Defaults.INSTALL);
            Value test = or(d.burnIn(), Defaults.BURN_IN);
            assume(d, crews, each, test);
            f.given(RACKS, racks, cluster.origin(), Laws.COUNTED);
            put(CREWS, d.crews(), some);
            put(INSTALL_EACH, d.install(), Defaults.INSTALL);
            put(BURN_IN, d.burnIn(), Defaults.BURN_IN);
            double[] x = f.x;
            double install = Deploy.install(x[RACKS], x[CREWS], x[INSTALL_EACH]);
            f.set(INSTALL, install, "deploy.install", RACKS, CREWS, INSTALL_EACH);
            double time = Deploy.time(x[DELIVERED], x[INSTALL], x[BURN_IN]);
            f.set(DEPLOY_TIME, time, "deploy.time", DELIVERED, INSTALL, BURN_IN);
            return schedule(each, test);
        }

        private void put(int cell, Value v, double otherwise) {
            if (v.isAbsent()) f.given(cell, otherwise, v.origin(), Defaults.DEPLOY_LAW);
            else f.given(cell, v);
        }

        private static Value or(Value v, double otherwise) {
            return v.isAbsent() ? Value.of(otherwise, v.origin()) : v;
        }

        /** One line for all that the text leaves open. */
        private void assume(Cluster.Deploy d, Value crews, Value each, Value test) {
            List<String> open = new ArrayList<>();
            if (d.install().isAbsent()) open.add(Show.value(each.si(), "s") + " a rack");
            if (d.crews().isAbsent())
                open.add(Show.value(crews.si(), "") + (crews.si() == 1 ? " crew" : " crews"));
            if (d.burnIn().isAbsent()) open.add(Show.value(test.si(), "s") + " of tests");
            Origin deploy = cluster.origin().child("deploy");
            if (!open.isEmpty())
                assumptions.add(deploy, String.join(", ", open), Defaults.DEPLOY_LAW);
        }

        private Deployment schedule(Value each, Value test) {
            double delivered = f.get(DELIVERED);
            List<Step> steps = new ArrayList<>();
            List<Lead> known = new ArrayList<>(leads.values());
            known.sort((a, b) -> Double.compare(b.time.si(), a.time.si()));
            for (Lead l : known)
                steps.add(step(l.kind, l.of, 0, l.time.si(), l == known.getFirst(), l.time));
            double installed = delivered + f.get(INSTALL);
            steps.add(step(Kind.INSTALL, cluster, delivered, f.get(INSTALL), true, each));
            steps.add(step(Kind.BURN_IN, cluster, installed, test.si(), true, test));
            return new Deployment(steps, List.copyOf(inStock), f.get(DEPLOY_TIME));
        }

        private static Step step(
                Kind kind, Element of, double start, double time, boolean critical, Value from) {
            return new Step(kind, of.name(), start, time, critical, from.origin());
        }

        private static Value leadTime(Element e) {
            return switch (e) {
                case Accelerator a -> a.leadTime();
                case Cpu c -> c.leadTime();
                case Nic n -> n.leadTime();
                case Switch s -> s.leadTime();
                case Link l -> l.leadTime();
                case Node n -> n.leadTime();
                case Rack r -> r.leadTime();
                default -> Value.absent(e.origin().child("lead_time"));
            };
        }
    }
}
