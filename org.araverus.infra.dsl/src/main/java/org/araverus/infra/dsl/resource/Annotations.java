// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import java.util.List;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.AnnotationDefinition;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Literal;
import org.araverus.infra.dsl.infra.NumberLiteral;
import org.araverus.infra.dsl.infra.Text;
import org.araverus.infra.dsl.registry.AnnotationKind;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/** Reads annotations: those before an element or a file, and those behind a value. */
public final class Annotations {
    private Annotations() {}

    /** Its own annotations, in order; empty for what can have none. */
    @SuppressWarnings("unchecked") // the grammar names no other feature so
    public static List<Annotation> of(EObject object) {
        EStructuralFeature f = object.eClass().getEStructuralFeature("annotations");
        return f == null || !object.eIsSet(f) ? List.of() : (List<Annotation>) object.eGet(f);
    }

    /** Its first own annotation of a kind; null if it has none. */
    public static @Nullable Annotation of(EObject object, AnnotationKind kind) {
        for (Annotation a : of(object)) if (is(a, kind)) return a;
        return null;
    }

    /** Whether an annotation is of a kind. */
    public static boolean is(Annotation a, AnnotationKind kind) {
        AnnotationDefinition d = a.getDefinition();
        return d != null && !d.eIsProxy() && kind.text().equals(d.getName());
    }

    /** The text at a place of its arguments; null if there is none. */
    public static @Nullable String text(Annotation a, int index) {
        Literal l = index < a.getArguments().size() ? a.getArguments().get(index) : null;
        return l instanceof Text t ? t.getValue() : null;
    }

    /** The number at a place of its arguments; null if there is none. */
    public static java.math.@Nullable BigDecimal number(Annotation a, int index) {
        Literal l = index < a.getArguments().size() ? a.getArguments().get(index) : null;
        return l instanceof NumberLiteral n ? n.getValue() : null;
    }

    /**
     * What the nearest {@code @source} says: behind the value, before an element around it, before
     * the file; null if there is none.
     */
    public static @Nullable String source(EObject from) {
        for (EObject o = from; o != null; o = o.eContainer()) {
            Annotation a =
                    o instanceof InfraFile || !of(o).isEmpty()
                            ? of(o, AnnotationKind.SOURCE)
                            : null;
            if (a != null) return text(a, 0);
        }
        return null;
    }
}
