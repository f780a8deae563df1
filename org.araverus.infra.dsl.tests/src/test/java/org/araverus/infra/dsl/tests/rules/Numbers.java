// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Distribution;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Span;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;
import org.araverus.infra.engine.registry.Names;
import org.jspecify.annotations.Nullable;

/** The numbers of a design, by attribute, and the same design with one of them moved. */
final class Numbers {
    private Numbers() {}

    /**
     * A number that a design gives.
     *
     * @param attribute kind and path, without names of blocks: {@code topology tier.endpoints}
     * @param origin the element and the path in it
     * @param unit as in the registry
     * @param whole whether only whole numbers make sense
     */
    record Slot(String attribute, Origin origin, String unit, boolean whole) {}

    /** All attributes that hold numbers, whether a design gives them or not. */
    static List<String> attributes() {
        List<String> all = new ArrayList<>();
        for (Class<?> c : Element.class.getPermittedSubclasses()) {
            attributes(c, c.getAnnotation(Kind.class).value() + " ", all);
        }
        return all;
    }

    private static void attributes(Class<?> record, String path, List<String> all) {
        for (RecordComponent c : record.getRecordComponents()) {
            Attribute a = c.getAnnotation(Attribute.class);
            if (a == null) {
                continue;
            }
            String name = path + Names.of(c);
            if (number(c.getType()) || !a.orQuantity().isEmpty()) {
                all.add(name);
            } else if (block(c)) {
                attributes(c.getType(), name + ".", all);
            } else if (List.class.isAssignableFrom(c.getType()) && named(c) != null) {
                attributes(named(c), name + ".", all);
            }
        }
    }

    private static boolean number(Class<?> type) {
        return type == Value.class || type == Span.class || type == Distribution.class;
    }

    private static boolean block(RecordComponent c) {
        if (!c.getType().isRecord()) {
            return false;
        }
        for (RecordComponent inner : c.getType().getRecordComponents()) {
            if (inner.isAnnotationPresent(Attribute.class)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Class<?> named(RecordComponent c) {
        String type = c.getGenericType().getTypeName();
        int open = type.lastIndexOf('<');
        if (!type.contains(Named.class.getName())) {
            return null;
        }
        try {
            return Class.forName(type.substring(open + 1, type.indexOf('>')));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** What a design gives, in the order of elements and attributes. */
    static List<Slot> of(Design design) {
        List<Slot> all = new ArrayList<>();
        for (Element e : design.elements().values()) {
            String kind = e.getClass().getAnnotation(Kind.class).value();
            of((Record) e, kind + " ", all);
        }
        return all;
    }

    private static void of(Record record, String path, List<Slot> all) {
        for (RecordComponent c : record.getClass().getRecordComponents()) {
            Attribute a = c.getAnnotation(Attribute.class);
            if (a == null) {
                continue;
            }
            Object o = get(record, c);
            String name = path + Names.of(c);
            Origin at = origin(o);
            if (at != null) {
                all.add(new Slot(name, at, a.orQuantity() + a.unit(), a.whole()));
            } else if (o instanceof List<?> items) {
                for (Object i : items) {
                    if (i instanceof Named<?> n) {
                        of(n.value(), name + ".", all);
                    }
                }
            } else if (o instanceof Record block && block(c)) {
                of(block, name + ".", all);
            }
        }
    }

    /** The origin of a known number; null of anything else. */
    private static @Nullable Origin origin(Object o) {
        return switch (o) {
            case Value v when v.isKnown() -> v.origin();
            case Span s when s.isKnown() -> s.origin();
            case Ref<?> r when r.isKnown() && !r.isElement() -> r.origin();
            case Distribution.None none -> null;
            case Distribution d -> d.origin();
            default -> null;
        };
    }

    /** A design with one number moved; what is absent may be given so. */
    static Design moved(Design design, Origin at, DoubleUnaryOperator how) {
        Map<String, Element> elements = new TreeMap<>(design.elements());
        Element e = elements.get(at.element());
        Record changed = moved((Record) e, new Origin(at.element(), ""), at, how);
        elements.put(at.element(), (Element) changed);
        return new Design(design.versions(), design.name(), elements, design.trace());
    }

    /** A design with one number set. */
    static Design set(Design design, Origin at, double si) {
        return moved(design, at, x -> si);
    }

    private static Record moved(Record record, Origin here, Origin at, DoubleUnaryOperator how) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent c = components[i];
            types[i] = c.getType();
            Object o = get(record, c);
            boolean attribute = c.isAnnotationPresent(Attribute.class);
            Origin inner = here.child(Names.of(c));
            values[i] = attribute ? moved(o, inner, at, how) : o;
        }
        try {
            var constructor = record.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object moved(Object o, Origin here, Origin at, DoubleUnaryOperator how) {
        if (here.equals(at)) {
            return number(o, here, how);
        }
        if (o instanceof List<?> items) {
            List<Object> all = new ArrayList<>();
            for (Object i : items) {
                all.add(
                        i instanceof Named<?> n
                                ? new Named<>(
                                        n.name(), moved(n.value(), n.origin(), at, how), n.origin())
                                : i);
            }
            return all;
        }
        boolean block =
                o instanceof Record r
                        && !(o instanceof Ref<?>)
                        && at.attribute().startsWith(here.attribute() + ".");
        return block ? moved((Record) o, here, at, how) : o;
    }

    private static Object number(Object o, Origin at, DoubleUnaryOperator how) {
        return switch (o) {
            case Value v ->
                    Value.of(how.applyAsDouble(v.isKnown() ? v.si() : Double.NaN), v.spread(), at);
            case Span s -> Span.of(how.applyAsDouble(s.low()), how.applyAsDouble(s.high()), at);
            case Ref<?> r -> Ref.quantity(Value.of(how.applyAsDouble(r.quantity().number()), at));
            case Distribution.Constant c ->
                    new Distribution.Constant(how.applyAsDouble(c.value()), at);
            case Distribution.Poisson p ->
                    new Distribution.Poisson(how.applyAsDouble(p.rate()), at);
            case Distribution.Lognormal l ->
                    new Distribution.Lognormal(how.applyAsDouble(l.median()), l.sigma(), at);
            case Distribution.Uniform u ->
                    new Distribution.Uniform(
                            how.applyAsDouble(u.low()), how.applyAsDouble(u.high()), at);
            default -> throw new AssertionError(at + " is no number");
        };
    }

    private static Object get(Record record, RecordComponent c) {
        try {
            return c.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
