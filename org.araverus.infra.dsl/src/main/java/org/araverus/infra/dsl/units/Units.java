// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.units;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.Binary;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.NumberLiteral;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.UnitDeclaration;
import org.araverus.infra.dsl.infra.UnitFactor;
import org.araverus.infra.engine.units.Dimension;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;

/**
 * The units that declarations mean. A declaration without a value is a base unit of its own
 * dimension; one with {@code @offset} is affine. A unit that is not resolved or is defined by
 * itself is null.
 */
public final class Units {
    /** The largest power of a unit. */
    public static final int MOST_POWER = 99;

    private final Map<UnitDeclaration, Unit> known = new IdentityHashMap<>();
    private final Set<UnitDeclaration> open = new HashSet<>();

    /** The unit of a declaration; null where there is none. */
    public @Nullable Unit of(@Nullable UnitDeclaration d) {
        if (d == null || d.eIsProxy() || d.getName() == null) return null;
        Unit u = known.get(d);
        if (u != null) return u;
        if (!open.add(d)) return null;
        try {
            u = make(d);
            if (u != null) known.put(d, u);
            return u;
        } finally {
            open.remove(d);
        }
    }

    private @Nullable Unit make(UnitDeclaration d) {
        if (d.getValue() == null) return new Unit(1, 0, Dimension.base(d.getName()));
        Unit u = definition(d.getValue());
        double offset = offset(d);
        return u == null || offset == 0
                ? u
                : new Unit(u.factor(), offset * u.factor(), u.dimension());
    }

    /** What {@code @offset} says: a number n of the unit is (n + offset) times its value. */
    private static double offset(UnitDeclaration d) {
        for (Annotation a : d.getAnnotations())
            if (a.getDefinition() != null
                    && "offset".equals(a.getDefinition().getName())
                    && !a.getArguments().isEmpty()
                    && a.getArguments().get(0) instanceof NumberLiteral n
                    && n.getValue() != null) return n.getValue().doubleValue();
        return 0;
    }

    /** Products and quotients of quantities: all that a definition may hold. */
    private @Nullable Unit definition(@Nullable Expr e) {
        if (e instanceof Quantity q) {
            Unit u = of(q);
            return u == null || q.getValue() == null
                    ? null
                    : new Unit(q.getValue().doubleValue() * u.factor(), 0, u.dimension());
        }
        if (e instanceof Binary b && (b.getOp().equals("*") || b.getOp().equals("/"))) {
            Unit left = definition(b.getLeft());
            Unit right = definition(b.getRight());
            return left == null || right == null
                    ? null
                    : left.times(right, b.getOp().equals("*") ? 1 : -1);
        }
        return null;
    }

    /**
     * The power behind a unit, 1 if none is written; {@link Integer#MAX_VALUE} for one with more
     * digits than any unit has.
     */
    public static int power(UnitFactor f) {
        INode node = NodeModelUtils.getNode(f);
        String text = node == null ? "" : node.getText();
        int hat = text.indexOf('^');
        if (hat < 0) return f.getPower() == 0 ? 1 : f.getPower();
        String power = text.substring(hat + 1).strip();
        return power.matches("-?[0-9]{1,4}") ? Integer.parseInt(power) : Integer.MAX_VALUE;
    }

    /**
     * The unit behind a literal, qualifier included; {@link Unit#ONE} if there is none, null if a
     * part of it is not known.
     */
    public @Nullable Unit of(Quantity q) {
        if (q.getFactors().size() == 1
                && power(q.getFactors().get(0)) == 1
                && q.getQualifier() == null) return of(q.getFactors().get(0).getUnit());
        Unit all = Unit.ONE;
        for (int i = 0; i < q.getFactors().size(); i++) {
            UnitFactor f = q.getFactors().get(i);
            Unit u = of(f.getUnit());
            int power = power(f);
            if (u == null || Math.abs(power) > MOST_POWER) return null;
            boolean per = i > 0 && q.getOperators().get(i - 1).equals("/");
            all = all.times(u, per ? -power : power);
        }
        if (q.getQualifier() == null) return all;
        Unit qualifier = of(q.getQualifier());
        return qualifier == null ? null : all.times(qualifier, 1);
    }
}
