// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.AttributeDefinition;
import org.araverus.infra.dsl.infra.BlockDefinition;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Index;
import org.araverus.infra.dsl.infra.KindDefinition;
import org.araverus.infra.dsl.infra.NamedBlock;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A value for some instances: {@code racks[3].nodes.power.max: 9 kW}.
 *
 * @param steps roles on the way down
 * @param attribute path of the attribute behind them
 * @param count whether it is the number of the last role
 */
record Change(List<Step> steps, List<String> attribute, boolean count, Written value) {
    /** A role; without an index all of its instances. */
    record Step(String role, @Nullable Index index) {}

    /** As it stands in an element; null while its path does not lead to a value. */
    static @Nullable Change of(OverrideAt o, Effective owner) {
        List<Step> steps = new ArrayList<>();
        List<String> attribute = new ArrayList<>();
        if (!split(o.getTarget(), steps, attribute) || attribute.isEmpty()) return null;
        boolean count = isCount(o.getTarget());
        return count && steps.isEmpty()
                ? null
                : new Change(
                        List.copyOf(steps), List.copyOf(attribute), count, Written.of(o, owner));
    }

    /** Whether it is about an attribute of the element that has it. */
    boolean isOwn() {
        return steps.isEmpty();
    }

    /** Whether it is about the number of all instances of a role of the element that has it. */
    boolean isOwnCount() {
        return count && steps.size() == 1 && steps.get(0).index() == null;
    }

    /** Whether it holds for all instances of the first role. */
    boolean everywhere() {
        return steps.get(0).index() == null;
    }

    /** The same, seen from the first role's type. */
    Change inner() {
        return new Change(steps.subList(1, steps.size()), attribute, count, value);
    }

    private static boolean isCount(Expr path) {
        return path instanceof Access a
                && a.getMember() instanceof AttributeDefinition d
                && d.eContainer() instanceof KindDefinition k
                && k.getName().equals("part");
    }

    /** Roles first, then the attribute's path; false where something else comes between. */
    private static boolean split(@Nullable Expr path, List<Step> steps, List<String> attribute) {
        return switch (path) {
            case Reference r when r.getHead() != null && !r.getHead().eIsProxy() ->
                    switch (r.getHead()) {
                        case Part p -> steps.add(new Step(p.getName(), null));
                        case NamedBlock b -> attribute.add(step(b));
                        case BlockDefinition d -> attribute.add(d.getName());
                        default -> false;
                    };
            case Index i -> index(i, steps, attribute);
            case Access a -> {
                if (a.getMember() == null
                        || a.getMember().eIsProxy()
                        || !split(a.getTarget(), steps, attribute)) yield false;
                yield switch (a.getMember()) {
                    case Part p when attribute.isEmpty() -> steps.add(new Step(p.getName(), null));
                    case NamedBlock b -> attribute.add(step(b));
                    case AttributeDefinition d -> attribute.add(d.getName());
                    case BlockDefinition d -> attribute.add(d.getName());
                    default -> false;
                };
            }
            case null, default -> false;
        };
    }

    private static String step(NamedBlock b) {
        return Names.of(b.getDefinition()) + " " + b.getName();
    }

    private static boolean index(Index i, List<Step> steps, List<String> attribute) {
        if (!split(i.getTarget(), steps, attribute) || steps.isEmpty() || !attribute.isEmpty())
            return false;
        Step last = steps.remove(steps.size() - 1);
        return last.index() == null && steps.add(new Step(last.role(), i));
    }
}
