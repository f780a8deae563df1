// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Index;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.design.Value;
import org.jspecify.annotations.Nullable;

/**
 * Parts as runs of equal type: overrides at an address split a run, and what they change is a
 * variant of the type, named by its address.
 */
final class Runs {
    private final Compilation compilation;
    private final Map<List<Object>, List<Run>> known = new HashMap<>();
    private final Map<List<Object>, Boolean> circular = new HashMap<>();

    Runs(Compilation compilation) {
        this.compilation = compilation;
    }

    /** So many of one type. */
    record Run(Value count, @Nullable Effective type) {}

    /** Instances from one number to another, both of them inclusive. */
    record Bounds(double from, double to) {
        boolean covers(double first, double after) {
            return from <= first && after - 1 <= to;
        }
    }

    /** The runs behind a role. */
    List<Run> of(Effective owner, String role) {
        List<Object> key = List.of(owner, role);
        List<Run> before = known.get(key);
        if (before != null) return before;
        List<Run> runs = make(owner, role);
        if (runs.stream().allMatch(r -> r.count().isKnown())) known.put(key, runs);
        return runs;
    }

    /** The part as designs have it. */
    Part part(Effective owner, String role) {
        Origin at = new Origin(owner.name, role);
        List<Part.Run> runs = new ArrayList<>();
        for (Run r : of(owner, role)) {
            Origin type = at.child("type");
            Ref<Element> ref =
                    r.type() == null ? Ref.none(State.UNKNOWN, type) : Ref.to(r.type().name, type);
            runs.add(new Part.Run(r.count(), ref));
        }
        return new Part(role, runs, at);
    }

    /** Whether the type of a part has its owner inside; a design has no such rings. */
    boolean leadsBack(org.araverus.infra.dsl.infra.Part part, Effective owner) {
        return circular.computeIfAbsent(
                List.of(part, owner.element), k -> inside(part.getType()).contains(owner.element));
    }

    private Set<Declaration> inside(Declaration type) {
        Set<Declaration> inside = new HashSet<>();
        Deque<Declaration> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            Declaration d = open.poll();
            if (!inside.add(d)) continue;
            for (var p : compilation.effective(d).parts.values())
                if (p.getType() != null && !p.getType().eIsProxy()) open.add(p.getType());
        }
        return inside;
    }

    /** Stands for parts that could not be read. */
    static Part lost(Effective owner) {
        Origin at = new Origin(owner.name, "?");
        Part.Run unknown =
                new Part.Run(
                        Value.unknown(at.child("count")),
                        Ref.none(State.UNKNOWN, at.child("type")));
        return new Part("?", List.of(unknown), at);
    }

    private List<Run> make(Effective owner, String role) {
        var part = owner.parts.get(role);
        if (part == null) return List.of();
        Value count =
                new Values(compilation, owner).count(role, new Origin(owner.name, role + ".count"));
        Effective type =
                part.getType() == null
                                || part.getType().eIsProxy()
                                || leadsBack(part, owner)
                                || compilation.isHidden(part.getType())
                        ? null
                        : compilation.effective(part.getType());
        List<Change> changes = new ArrayList<>();
        for (Change c : owner.overrides) if (c.steps().get(0).role().equals(role)) changes.add(c);
        return type == null || changes.isEmpty() || !count.isKnown()
                ? List.of(new Run(count, type))
                : split(owner, role, count, type, changes);
    }

    private List<Run> split(
            Effective owner, String role, Value count, Effective type, List<Change> changes) {
        double n = count.si();
        List<Bounds> bounds = new ArrayList<>();
        TreeSet<Double> cuts = new TreeSet<>(List.of(0.0, n));
        for (Change c : changes) {
            Index index = c.steps().get(0).index();
            Bounds b = index == null ? new Bounds(0, n - 1) : bounds(index, role, n, c);
            bounds.add(b);
            if (b == null) continue;
            cuts.add(b.from());
            cuts.add(b.to() + 1);
        }
        List<Run> runs = new ArrayList<>();
        double first = 0;
        for (double after : cuts.tailSet(0.0, false)) {
            List<Change> here = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                Bounds b = bounds.get(i);
                if (b != null && b.covers(first, after)) here.add(changes.get(i));
            }
            Effective one =
                    here.isEmpty() ? type : variant(owner, role, type, n, first, after, here);
            runs.add(new Run(Value.of(after - first, count.origin()), one));
            first = after;
        }
        return runs;
    }

    private Effective variant(
            Effective owner,
            String role,
            Effective type,
            double count,
            double first,
            double after,
            List<Change> changes) {
        boolean all =
                after - first == count
                        && owner.isVariant()
                        && changes.stream().allMatch(Change::everywhere);
        String last = after - first == 1 ? "" : ".." + (long) (after - 1);
        String index = all ? "" : "[" + (long) first + last + "]";
        return compilation.named(
                type.variant(
                        owner.name + "." + role + index,
                        changes.stream().map(Change::inner).toList()));
    }

    /** What an index says; null, and reported, where it leaves the part. */
    private @Nullable Bounds bounds(Index index, String role, double count, Change of) {
        return bounds(index, role, count, of.value().context());
    }

    /** The instances that an index means; null, and reported, where it leaves the part. */
    @Nullable Bounds bounds(Index index, String role, double count, @Nullable Effective from) {
        Bounds b = read(index, from);
        if (b == null) return null;
        if (b.from >= 0 && b.to < count) return b;
        String many =
                count == 0
                        ? role + " has none"
                        : count == 1
                                ? role + " has 1, counted as 0"
                                : role
                                        + " has "
                                        + (long) count
                                        + ", counted from 0 to "
                                        + ((long) count - 1);
        compilation
                .problems()
                .error(
                        "slice-out-of-range",
                        "[" + Names.text(index.getIndex()) + "] leaves the part: " + many,
                        index.getIndex());
        return null;
    }

    /** What an index says, whatever it is an index of; null, and reported, if it is none. */
    @Nullable Bounds read(Index index, @Nullable Effective from) {
        if (index.getIndex() == null) return null;
        Result r = compilation.expressions().eval(index.getIndex(), from);
        if (r instanceof Result.Unknown || r instanceof Result.Absent) return null;
        Bounds b =
                switch (r) {
                    case Result.Interval i when whole(i.low()) && whole(i.high()) ->
                            new Bounds(i.low().si(), i.high().si());
                    case Num n when whole(n) -> new Bounds(n.si(), n.si());
                    default -> null;
                };
        if (b == null)
            compilation
                    .problems()
                    .error(
                            "slice-out-of-range",
                            "an index is a whole number, or a range of them: [0..31]",
                            index.getIndex());
        return b;
    }

    private static boolean whole(Num n) {
        return n.dimension().isNone() && n.si() == Math.rint(n.si());
    }
}
