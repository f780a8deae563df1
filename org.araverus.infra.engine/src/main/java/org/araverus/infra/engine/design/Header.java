// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;

/**
 * What every element has, whatever its kind.
 *
 * @param name qualified name, unique in a design
 * @param parts in the order written, inherited ones first
 * @param lineage qualified names of what it extends, nearest first
 * @param accepted findings that the element accepts with a reason ({@code @accept("rule-id",
 *     "reason")}), own and inherited from its file
 */
public record Header(String name, List<Part> parts, List<String> lineage, List<Accepted> accepted) {
    /** A finding that is accepted. */
    public record Accepted(String rule, String reason) {}

    public Header {
        parts = List.copyOf(parts);
        lineage = List.copyOf(lineage);
        accepted = List.copyOf(accepted);
    }

    /** The last segment of the name; of instances at an address, the element and what follows. */
    public String simpleName() {
        int index = name.indexOf('[');
        int dot = (index < 0 ? name : name.substring(0, index)).lastIndexOf('.');
        return name.substring((index < 0 ? dot : name.lastIndexOf('.', dot - 1)) + 1);
    }
}
