// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Named;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Placement;
import org.araverus.infra.engine.design.Ref;
import org.jspecify.annotations.Nullable;

/** References in a record, whatever its kind. */
final class References {
    private References() {}

    /** The origin of the first reference to an element; null if there is none. */
    static @Nullable Origin to(Element from, String name) {
        return in(from, name);
    }

    private static @Nullable Origin in(Object o, String name) {
        return switch (o) {
            case Ref<?> r -> name.equals(r.name()) ? r.origin() : null;
            case Placement p ->
                    name.equals(p.workload().name()) || p.host().element().equals(name)
                            ? p.origin()
                            : null;
            case Named<?> n -> in(n.value(), name);
            case List<?> l ->
                    l.stream()
                            .map(i -> in(i, name))
                            .filter(java.util.Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            case Record r
                    when r.getClass().getPackageName().equals(Element.class.getPackageName()) ->
                    components(r, name);
            default -> null;
        };
    }

    private static @Nullable Origin components(Record r, String name) {
        for (RecordComponent c : r.getClass().getRecordComponents()) {
            try {
                Object value = c.getAccessor().invoke(r);
                Origin found = value == null ? null : in(value, name);
                if (found != null) return found;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }
}
