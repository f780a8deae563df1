// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.compiler.Result.Num;
import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Index;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.infra.Run;
import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.State;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * The placements of an evaluate, and addresses in general: bounds are checked against the counts of
 * the parts.
 */
final class Placements {
    private final Compilation compilation;
    private final Effective element;

    Placements(Compilation compilation, Effective element) {
        this.compilation = compilation;
        this.element = element;
    }

    List<Placement> all() {
        List<Placement> all = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        for (Run r : element.runs) {
            if (r.getLoad() == null || r.getLoad().eIsProxy()) continue;
            Address host = address(r.getHost());
            if (host == null) continue;
            Origin at = new Origin(element.name, "run[" + element.runs.indexOf(r) + "]");
            compilation.tracer().object(element, r, null, at);
            for (int i = 0; i < all.size(); i++)
                if (overlap(all.get(i).host(), host))
                    overlapping(r, runs.get(i), all.get(i).host(), host);
            all.add(
                    new Placement(
                            compilation.isHidden(r.getLoad())
                                    ? Ref.none(State.UNKNOWN, at.child("workload"))
                                    : Ref.to(compilation.reach(r.getLoad()), at.child("workload")),
                            host,
                            at));
            runs.add(r);
        }
        return all;
    }

    private void overlapping(Run r, Run other, Address a, Address b) {
        String message =
                r.getLoad().getName()
                        + " on "
                        + shown(b)
                        + " and "
                        + other.getLoad().getName()
                        + " on "
                        + shown(a)
                        + " share machines; one machine runs one workload";
        compilation
                .problems()
                .error(
                        "placements-overlap",
                        message,
                        r.getHost() == null ? r : r.getHost(),
                        List.of(),
                        List.<EObject>of(other));
    }

    private static String shown(Address a) {
        return a.toString().substring(a.element().lastIndexOf('.') + 1);
    }

    private static boolean overlap(Address a, Address b) {
        if (!a.element().equals(b.element())) return false;
        for (int i = 0; i < Math.min(a.steps().size(), b.steps().size()); i++) {
            Address.Step s = a.steps().get(i);
            Address.Step t = b.steps().get(i);
            if (!s.role().equals(t.role())) return false;
            if (!s.all() && !t.all() && (s.to() < t.from() || t.to() < s.from())) return false;
        }
        return true;
    }

    /**
     * The address that a path means; null where it is not resolved or out of bounds, which is then
     * reported.
     */
    @Nullable Address address(@Nullable Expr path) {
        return switch (path) {
            case Reference r
                    when r.getHead() instanceof Declaration d
                            && !d.eIsProxy()
                            && !compilation.isHidden(d) ->
                    new Address(compilation.reach(d), List.of());
            case Access a -> step(a, null);
            case Index i -> step(i.getTarget(), i);
            case null, default -> null;
        };
    }

    private @Nullable Address step(Expr at, @Nullable Index index) {
        if (!(at instanceof Access a)) return null;
        Address before = address(a.getTarget());
        if (before == null || !(a.getMember() instanceof Part p) || p.eIsProxy()) return null;
        if (index == null) return before.step(p.getName(), 0, -1);
        long[] bounds = bounds(compilation.paths().follow(a, element), p, index);
        return bounds == null ? null : before.step(p.getName(), bounds[0], bounds[1]);
    }

    private long @Nullable [] bounds(Target part, Part written, Index index) {
        Runs.Bounds b = compilation.runs().read(index, element);
        if (b == null) return null;
        if (part instanceof Target.PartTarget t
                && compilation.expressions().count(t.owner(), t.role()) instanceof Num n)
            b = compilation.runs().bounds(index, written.getName(), n.si(), element);
        return b == null ? null : new long[] {(long) b.from(), (long) b.to()};
    }
}
