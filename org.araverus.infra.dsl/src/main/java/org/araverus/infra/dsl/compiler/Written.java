// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.List;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * An attribute or a count as it is written.
 *
 * @param at the attribute, part or override
 * @param value null while it is missing
 * @param context the element in which an override is written; null where it is the value's own
 */
record Written(
        EObject at,
        @Nullable Expr value,
        List<Annotation> annotations,
        @Nullable Effective context) {
    static Written of(Attribute a) {
        return new Written(a, a.getValue(), a.getAnnotations(), null);
    }

    static Written of(OverrideAt o, Effective context) {
        return new Written(o, o.getValue(), o.getAnnotations(), context);
    }

    boolean isOverride() {
        return context != null;
    }
}
