// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;

/**
 * What an element holds under one role: {@code nodes: 4 x DGX_H100}. Never expanded: a part is a
 * list of runs of equal type, which an override at an address splits.
 *
 * @param origin of the role; {@code role.count} and {@code role.type} are its children
 */
public record Part(String role, List<Run> runs, Origin origin) {
    /** So many of one type, one after the other. */
    public record Run(Value count, Ref<Element> type) {
        /** The type's qualified name; throws {@link NotKnown} where there is none. */
        public String typeName() {
            if (type.name() == null) throw new NotKnown(type.origin());
            return type.name();
        }
    }

    public Part {
        runs = List.copyOf(runs);
    }

    /** How many in all; throws {@link NotKnown} where a count is not known. */
    public double count() {
        double n = 0;
        for (Run r : runs) n += r.count.si();
        return n;
    }
}
