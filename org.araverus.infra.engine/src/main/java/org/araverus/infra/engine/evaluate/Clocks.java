// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.araverus.infra.engine.evaluate.Cells.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.physics.Power;
import org.araverus.infra.engine.physics.Sums;
import org.jspecify.annotations.Nullable;

/**
 * The clocks at which a fleet keeps the limits of power and heat that are held: a lower clock makes
 * less heat and more time, and more time less load, so that each clock is solved together with the
 * load at it. Racks first, each on its own; then one clock for all that stand on a site. Where
 * nothing is held, nothing is solved.
 */
final class Clocks {

    private static final double PRECISION = 1e-12;

    private static final String SOLVED = "load of the workload at this clock, solved together";

    private final Design design;
    private final Assumptions assumptions;
    private final List<Member> members = new ArrayList<>();
    private final Map<Site, List<HeldLimit>> sites = new LinkedHashMap<>();
    private final Frame f = new Frame();
    private final Frame trial = new Frame();
    private final Draws draws;
    private final Fleet fleet;
    private final boolean none;

    /** A placement, and the limits of its racks. */
    private record Member(
            Placed placed, Fleet.Hosts hosts, @Nullable Site site, List<HeldLimit> racks) {}

    /**
     * A limit and what counts against it, W.
     *
     * @param fixed what does not follow the clock
     * @param dynamic what follows load and clock, at full load and the rated clock
     */
    private record Against(HeldLimit limit, double most, double fixed, double dynamic) {

        /** The clock that keeps the limit at a load. */
        double clock(double load, double exponent) {
            double follows = load * dynamic;
            if (follows == 0) return most < fixed ? Defaults.LOWEST_CLOCK : 1;
            return Power.cappedClock(most, fixed, follows, exponent);
        }

        double demand(double load, double clock, double exponent) {
            return fixed + load * dynamic * Math.pow(clock, exponent);
        }
    }

    /** A clock with the limit that it keeps; none where it is the rated one. */
    private static final class State {
        double clock = 1;
        double load;
        double asked;
        double least;
        @Nullable Against keeps;
        boolean kept = true;
        double others;
    }

    /** Solved clocks of placements. */
    interface Points {
        Points RATED =
                new Points() {
                    @Override
                    public OperatingPoint of(Placed p) {
                        return OperatingPoint.RATED;
                    }

                    @Override
                    public Evaluation.@Nullable Held held(Placed p) {
                        return null;
                    }
                };

        /** The clock of a placement. */
        OperatingPoint of(Placed p);

        /** The limit that its clock keeps; null at the rated clock. */
        Evaluation.@Nullable Held held(Placed p);
    }

    Clocks(Design design, List<Placed> placed, Assumptions assumptions) {
        this.design = design;
        this.assumptions = assumptions;
        Tree tree = new Tree(design);
        this.draws = new Draws(design, tree, assumptions, f, false);
        this.fleet = new Fleet(design, tree, assumptions, f, draws);
        for (Placed p : placed) {
            Fleet.Hosts hosts = Fleet.Hosts.of(p);
            Site site = fleet.site(hosts.element());
            List<HeldLimit> own = new ArrayList<>();
            for (Rack r : p.host.racks()) known(() -> own.addAll(HeldLimit.of(r, site)));
            members.add(new Member(p, hosts, site, own));
            if (site != null && !HeldLimit.of(site).isEmpty()) sites.put(site, HeldLimit.of(site));
        }
        this.none = sites.isEmpty() && members.stream().allMatch(m -> m.racks.isEmpty());
    }

    /** For what is not known no clock is solved: it stays the rated one. */
    private static void known(Runnable work) {
        try {
            work.run();
        } catch (NotKnown e) {
            // the rules that need it are silent too
        }
    }

    /** Whether clocks may follow limits. */
    boolean any() {
        return !none;
    }

    /** What may be held of a placement, for the resources that it has. */
    Set<HeldLimit.What> kinds(Placed p) {
        Set<HeldLimit.What> all = new LinkedHashSet<>();
        for (Member m : members) {
            if (m.placed != p) continue;
            for (HeldLimit l : m.racks) all.add(l.what());
            for (HeldLimit l : sites.getOrDefault(m.site, List.of())) all.add(l.what());
        }
        return all;
    }

    /**
     * Clocks at the loads of the workloads.
     *
     * @param recording whether points keep how they came to be
     */
    Points solve(Change change, boolean recording) {
        return none ? Points.RATED : new Solution(change, false).points(recording);
    }

    /** Clocks with all accelerators at work. */
    Points atLimit(Change change, boolean recording) {
        return none ? Points.RATED : new Solution(change, true).points(recording);
    }

    /** The clock of a full rack with all accelerators at work; its site left out. */
    OperatingPoint atLimit(Rack rack, Change change) {
        double[] clock = {1};
        known(() -> clock[0] = full(rack, change));
        return clock[0] < 1
                ? OperatingPoint.at(Math.max(clock[0], Defaults.LOWEST_CLOCK))
                : OperatingPoint.RATED;
    }

    private double full(Rack rack, Change change) {
        List<HeldLimit> own = HeldLimit.of(rack, null);
        Accelerator a = fleet.accelerator(rack);
        double clock = 1;
        if (own.isEmpty() || a == null) return clock;
        f.change = change;
        f.watch(Probe.SILENT);
        f.given(CLOCK_EXPONENT, Defaults.clockExponent(a, assumptions));
        double exponent = f.x[CLOCK_EXPONENT];
        for (HeldLimit l : own) clock = Math.min(clock, ofRack(l).clock(1, exponent));
        return clock;
    }

    /** A limit of a rack and what the whole rack draws. */
    private Against ofRack(HeldLimit l) {
        l.put(f, assumptions);
        total(l, 0);
        f.same(HELD_IDLE, l.what().cell);
        total(l, 1);
        f.same(HELD_FULL, l.what().cell);
        f.set(
                HELD_DYNAMIC,
                Sums.minus(f.x[HELD_FULL], f.x[HELD_IDLE]),
                "sum.minus",
                HELD_FULL,
                HELD_IDLE);
        f.same(HELD_FIXED, HELD_IDLE);
        return new Against(l, f.x[HELD_LIMIT], f.x[HELD_FIXED], f.x[HELD_DYNAMIC]);
    }

    private void total(HeldLimit l, double load) {
        draws.start();
        draws.load(load, load == 0 ? "without work" : Pass.AT_LIMIT);
        draws.add(l.of(), 1);
    }

    /** One solution. */
    private final class Solution {
        private final Change change;
        private final boolean full;
        private final State[] states;
        private final Plan[] plans;
        private final double[] exponents;

        /** The clock that the cap of its owner leaves, 1 without one. */
        private final double[] own;

        Solution(Change change, boolean full) {
            this.change = change;
            this.full = full;
            int n = members.size();
            states = new State[n];
            plans = new Plan[n];
            exponents = new double[n];
            own = new double[n];
            f.change = change;
            f.watch(Probe.SILENT);
            for (int i = 0; i < n; i++) {
                plans[i] = change.of(members.get(i).placed.plan);
                states[i] = new State();
                exponents[i] = 1;
                own[i] = 1;
                int member = i;
                known(() -> start(member));
            }
            sites.forEach((site, limits) -> known(() -> site(site, limits)));
        }

        private void start(int i) {
            Accelerator a = members.get(i).placed.accelerator;
            f.given(CLOCK_EXPONENT, Defaults.clockExponent(a, assumptions));
            exponents[i] = f.x[CLOCK_EXPONENT];
            states[i].load = load(i, 1);
            own[i] = trial.x[CLOCK];
            racks(i);
        }

        /** The load of a placement at a clock; 0 where it does not run. */
        private double load(int i, double clock) {
            Placed p = members.get(i).placed;
            trial.change = change;
            p.evaluate(plans[i], OperatingPoint.at(clock), Probe.SILENT, trial);
            if (p.serves && trial.get(BATCH_LIMIT) < 1) return 0;
            return full ? 1 : trial.get(UTILIZATION);
        }

        private void racks(int i) {
            List<Against> all = new ArrayList<>();
            for (HeldLimit l : members.get(i).racks) all.add(ofRack(l));
            State s = states[i];
            double k = exponents[i];
            double rated = s.load;
            if (all.isEmpty() || lowest(all, rated, k) >= own[i]) return;
            double low = Defaults.LOWEST_CLOCK;
            if (lowest(all, load(i, low), k) <= low) {
                s.kept = false;
                s.clock = low;
            } else {
                double root = Root.between(r -> lowest(all, load(i, r), k) - r, low, 1, PRECISION);
                s.clock = lowest(all, load(i, root), k);
            }
            s.load = load(i, s.kept ? s.clock : low);
            Against keeps = all.stream().min(byClock(s.load, k)).orElseThrow();
            if (s.kept) s.clock = keeps.clock(s.load, k);
            s.keeps = keeps;
            s.asked = keeps.demand(rated, own[i], k);
            s.least = keeps.demand(load(i, low), low, k);
        }

        private static Comparator<Against> byClock(double load, double exponent) {
            return Comparator.comparingDouble(a -> a.clock(load, exponent));
        }

        private static double lowest(List<Against> all, double load, double exponent) {
            double clock = 1;
            for (Against a : all) clock = Math.min(clock, a.clock(load, exponent));
            return clock;
        }

        /** One clock for all members on a site that its limits hold. */
        private void site(Site site, List<HeldLimit> limits) {
            List<Integer> here = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) if (members.get(i).site == site) here.add(i);
            double idle = idle(here);
            double[] dynamic = new double[members.size()];
            for (int i : here) dynamic[i] = dynamic(members.get(i).hosts);
            for (HeldLimit l : limits) {
                l.put(f, assumptions);
                hold(l, f.x[HELD_LIMIT], idle, dynamic, here);
            }
        }

        private void hold(
                HeldLimit l, double most, double idle, double[] dynamic, List<Integer> here) {
            double asked = idle + sum(here, dynamic, 1);
            if (asked <= most) return;
            double low = Defaults.LOWEST_CLOCK;
            double least = idle + sum(here, dynamic, low);
            boolean kept = least < most;
            double clock =
                    kept
                            ? Root.between(
                                    s -> most - idle - sum(here, dynamic, s), low, 1, PRECISION)
                            : low;
            List<Integer> held = here.stream().filter(i -> at(i, 1) > clock).toList();
            double total = idle + sum(here, dynamic, clock);
            for (int i : held) {
                State s = states[i];
                s.load = load(i, clock);
                s.others = total - idle - part(i, dynamic, clock);
                s.keeps = new Against(l, most, idle + s.others, dynamic[i]);
                s.kept = kept;
                s.clock = kept ? s.keeps.clock(s.load, exponents[i]) : low;
                s.asked = asked;
                s.least = least;
            }
        }

        /** What members draw beyond idle when none has a clock above this one. */
        private double sum(List<Integer> here, double[] dynamic, double clock) {
            double sum = 0;
            for (int i : here) sum += part(i, dynamic, clock);
            return sum;
        }

        private double part(int i, double[] dynamic, double clock) {
            double at = at(i, clock);
            double load = at == states[i].clock ? states[i].load : load(i, at);
            return load * dynamic[i] * Math.pow(at, exponents[i]);
        }

        private double at(int i, double clock) {
            return Math.min(clock, Math.min(own[i], states[i].clock));
        }

        private double idle(List<Integer> here) {
            fleet.start();
            fleet.load(0, "without work");
            Set<Element> seen = new LinkedHashSet<>();
            for (int i : here) {
                Element e = members.get(i).hosts.element();
                if (seen.add(e)) fleet.add(fleet.whole(e));
            }
            return f.x[FLEET_DRAW];
        }

        /** What a placement's hosts draw beyond idle at full load and the rated clock. */
        private double dynamic(Fleet.Hosts hosts) {
            fleet.start();
            fleet.load(0, "without work");
            fleet.add(hosts);
            f.same(HELD_IDLE, FLEET_DRAW);
            fleet.start();
            fleet.load(1, Pass.AT_LIMIT);
            fleet.add(hosts);
            f.same(HELD_FULL, FLEET_DRAW);
            f.set(
                    HELD_DYNAMIC,
                    Sums.minus(f.x[HELD_FULL], f.x[HELD_IDLE]),
                    "sum.minus",
                    HELD_FULL,
                    HELD_IDLE);
            return f.x[HELD_DYNAMIC];
        }

        Points points(boolean recording) {
            Map<Placed, OperatingPoint> points = new IdentityHashMap<>();
            Map<Placed, Evaluation.Held> held = new IdentityHashMap<>();
            for (int i = 0; i < states.length; i++) {
                State s = states[i];
                Placed p = members.get(i).placed;
                Against a = s.keeps;
                if (a == null) continue;
                points.put(p, new OperatingPoint(s.clock, recording ? derivation(i, s, a) : null));
                held.put(
                        p,
                        new Evaluation.Held(
                                s.clock,
                                a.limit.what().words,
                                a.limit.of().name(),
                                s.asked,
                                s.least,
                                a.most,
                                s.kept,
                                a.limit.written().origin()));
            }
            return new Points() {
                @Override
                public OperatingPoint of(Placed p) {
                    return points.getOrDefault(p, OperatingPoint.RATED);
                }

                @Override
                public Evaluation.@Nullable Held held(Placed p) {
                    return held.get(p);
                }
            };
        }

        /** How a clock came to be, by a run that is watched. */
        private Derivation derivation(int i, State s, Against a) {
            if (!s.kept) {
                return Derivation.lawful("clock", s.clock, "", Defaults.LOWEST_CLOCK_LAW);
            }
            Recording r = new Recording(assumptions);
            f.watch(r);
            if (a.limit.of() instanceof Rack) ofRack(a.limit);
            else ofSite(i, s, a);
            f.input(HELD_LOAD, s.load, full ? Pass.AT_LIMIT : SOLVED);
            Products.times(f, HELD_FOLLOWS, HELD_LOAD, HELD_DYNAMIC);
            Accelerator device = members.get(i).placed.accelerator;
            f.given(CLOCK_EXPONENT, Defaults.clockExponent(device, assumptions));
            double[] x = f.x;
            f.set(
                    HELD_CLOCK,
                    Power.cappedClock(
                            x[HELD_LIMIT], x[HELD_FIXED], x[HELD_FOLLOWS], x[CLOCK_EXPONENT]),
                    "power.capped_clock",
                    HELD_LIMIT,
                    HELD_FIXED,
                    HELD_FOLLOWS,
                    CLOCK_EXPONENT);
            Derivation made = r.node(f, HELD_CLOCK);
            f.watch(Probe.SILENT);
            return made;
        }

        private void ofSite(int i, State s, Against a) {
            List<Integer> here = new ArrayList<>();
            for (int m = 0; m < members.size(); m++) {
                if (members.get(m).site == a.limit.of()) here.add(m);
            }
            idle(here);
            f.same(HELD_FIXED, FLEET_DRAW);
            dynamic(members.get(i).hosts);
            f.input(HELD_OTHERS, s.others, "of other workloads at their clocks");
            Products.sum(f, HELD_FIXED, HELD_FIXED, HELD_OTHERS);
            a.limit.put(f, assumptions);
        }
    }
}
