// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.Range;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.infra.Text;
import org.araverus.infra.dsl.infra.Uncertain;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Trace;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/** Notes what the text says about each origin. */
final class Tracer {
    private static final Pattern NUMBER = Pattern.compile("^[0-9_.]+([eE][+-]?[0-9]+)?\\s*");

    private final Places places;
    private final Map<Origin, Trace> trace = new TreeMap<>();

    Tracer(Places places) {
        this.places = places;
    }

    Map<Origin, Trace> trace() {
        return trace;
    }

    void attribute(Effective e, Written w, Origin origin) {
        EObject shown = w.value() == null ? w.at() : w.value();
        put(
                e,
                shown,
                null,
                origin,
                w.isOverride() ? Trace.How.OVERRIDDEN : how(e, w.at(), w.value()),
                source(w.annotations(), w.at()),
                unit(w.value()));
    }

    /**
     * A part.
     *
     * @param over an override of its number
     */
    void part(Effective e, Part p, @Nullable Written over, Origin role) {
        put(e, p, null, role, how(e, p, null), source(p.getAnnotations(), p), null);
        if (over != null) attribute(e, over, role.child("count"));
        else if (p.getCount() != null)
            put(e, p.getCount(), null, role.child("count"), how(e, p, p.getCount()), null, null);
        if (p.getType() != null)
            put(
                    e,
                    p,
                    p.eClass().getEStructuralFeature("type"),
                    role.child("type"),
                    how(e, p, null),
                    null,
                    null);
    }

    void element(Effective e) {
        put(
                e,
                e.element,
                e.element.eClass().getEStructuralFeature("name"),
                new Origin(e.name, ""),
                e.isVariant() ? Trace.How.OVERRIDDEN : Trace.How.TYPED,
                source(null, e.element),
                null);
    }

    /** Anything else that has an origin. */
    void object(Effective e, EObject at, @Nullable EStructuralFeature feature, Origin origin) {
        put(e, at, feature, origin, how(e, at, null), null, null);
    }

    private void put(
            Effective e,
            EObject at,
            @Nullable EStructuralFeature feature,
            Origin origin,
            Trace.How how,
            @Nullable String source,
            @Nullable String unit) {
        Element owner = Elements.elementOf(at);
        boolean own = owner == null || owner == e.element && !e.isVariant();
        String from = own ? null : Names.qualified(owner);
        trace.put(origin, new Trace(how, places.of(at, feature), from, source, unit));
    }

    private static Trace.How how(Effective e, EObject at, @Nullable Expr value) {
        if (Elements.elementOf(at) != e.element || e.isVariant()) return Trace.How.INHERITED;
        return value == null || literal(value) ? Trace.How.TYPED : Trace.How.COMPUTED;
    }

    private static boolean literal(Expr e) {
        return switch (e) {
            case Quantity q -> true;
            case Text t -> true;
            case Reference r -> true;
            case org.araverus.infra.dsl.infra.Bool b -> true;
            case Uncertain u -> literal(u.getValue());
            case Range r -> r.getFrom() instanceof Quantity && r.getTo() instanceof Quantity;
            default -> false;
        };
    }

    private static @Nullable String unit(@Nullable Expr e) {
        return switch (e) {
            case Quantity q when !q.getFactors().isEmpty() -> {
                String text = Names.text(q);
                yield NUMBER.matcher(text).replaceFirst("");
            }
            case Uncertain u -> unit(u.getValue());
            case null, default -> null;
        };
    }

    /** The value's own source, else that of the element in which it is written. */
    private static @Nullable String source(@Nullable List<Annotation> own, EObject at) {
        String s = own == null ? null : sourceIn(own);
        Element e = Elements.elementOf(at);
        return s != null || !(e instanceof Declaration d) ? s : sourceIn(d.getAnnotations());
    }

    private static @Nullable String sourceIn(List<Annotation> annotations) {
        for (Annotation a : annotations)
            if ("source".equals(Annotations.name(a)) && !a.getArguments().isEmpty())
                return Annotations.text(a, 0);
        return null;
    }
}
