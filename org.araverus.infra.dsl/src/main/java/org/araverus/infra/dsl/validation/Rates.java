// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.infra.UnitFactor;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.units.Unit;
import org.araverus.infra.dsl.units.Units;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;

/** Rates as they are typed: the literal behind an attribute, own or inherited. */
final class Rates {
    private final Units units = new Units();

    /** A literal and what it is in SI. */
    record Rate(Quantity literal, double si) {
        /** As typed, blanks as they stand. */
        String text() {
            ICompositeNode node = NodeModelUtils.findActualNodeFor(literal);
            return node == null ? "" : NodeModelUtils.getTokenText(node);
        }

        /** Whether its unit counts bytes; bits otherwise. */
        boolean inBytes() {
            return literal.getFactors().get(0).getUnit().getName().endsWith("B");
        }
    }

    /** The rate of an expression; null unless it is a literal of data per time. */
    @Nullable Rate of(@Nullable Expr e) {
        if (!(e instanceof Quantity q) || q.getValue() == null || q.getFactors().isEmpty())
            return null;
        for (UnitFactor f : q.getFactors())
            if (f.getUnit() == null || f.getUnit().eIsProxy()) return null;
        Unit u = units.of(q);
        return u == null || !u.dimension().toString().equals("B s^-1")
                ? null
                : new Rate(q, q.getValue().doubleValue() * u.factor());
    }

    /** The rate of an attribute of an element; null unless it is a literal. */
    @Nullable Rate of(@Nullable Element e, String... path) {
        return of(value(e, path));
    }

    /** A plain number of an attribute of an element; NaN unless it is a literal. */
    static double number(@Nullable Element e, String... path) {
        return value(e, path) instanceof Quantity q
                        && q.getFactors().isEmpty()
                        && q.getValue() != null
                ? q.getValue().doubleValue()
                : Double.NaN;
    }

    /** What is typed behind an attribute, in the element or the nearest that it extends. */
    static @Nullable Expr value(@Nullable Element e, String... path) {
        Set<Element> seen = new HashSet<>();
        for (Element x = e; x != null && seen.add(x); x = Elements.superOf(x)) {
            Expr found = find(x, path, 0);
            if (found != null) return found;
        }
        return null;
    }

    private static @Nullable Expr find(EObject body, String[] path, int i) {
        for (Member m : Elements.members(body)) {
            if (i == path.length - 1
                    && m instanceof Attribute a
                    && a.getKey() != null
                    && path[i].equals(a.getKey().getName())) return a.getValue();
            if (i < path.length - 1
                    && m instanceof Block b
                    && b.getDefinition() != null
                    && path[i].equals(b.getDefinition().getName())) {
                Expr found = find(b, path, i + 1);
                if (found != null) return found;
            }
        }
        return null;
    }

    /** The element that an expression names; null if it names none. */
    static @Nullable Element element(@Nullable Expr e) {
        return e instanceof Reference r && r.getHead() instanceof Element x && !x.eIsProxy()
                ? x
                : null;
    }

    /** The type of the part of a role, own or inherited; null if there is none. */
    static @Nullable Element partType(@Nullable Element e, String role) {
        for (Part p : parts(e)) if (role.equals(p.getName())) return p.getType();
        return null;
    }

    /** Own and inherited parts with a type, the nearest first. */
    static List<Part> parts(@Nullable Element e) {
        Set<Element> seen = new HashSet<>();
        Set<String> roles = new HashSet<>();
        List<Part> all = new java.util.ArrayList<>();
        for (Element x = e; x != null && seen.add(x); x = Elements.superOf(x))
            for (Member m : Elements.members(x))
                if (m instanceof Part p
                        && p.getName() != null
                        && p.getType() != null
                        && !p.getType().eIsProxy()
                        && roles.add(p.getName())) all.add(p);
        return all;
    }
}
