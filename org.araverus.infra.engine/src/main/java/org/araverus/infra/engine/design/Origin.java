// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/**
 * Where a value stands in a design: the element by its qualified name and the attribute by its path
 * in it ({@code power.budget}, {@code nodes} for a part's role, {@code tier pod.endpoints} for a
 * named block, empty for the element itself). {@link Trace} knows the text behind it.
 */
public record Origin(String element, String attribute) implements Comparable<Origin> {
    public static final Origin NOWHERE = new Origin("", "");

    public Origin {
        if (element == null || attribute == null)
            throw new IllegalArgumentException("an origin has an element and an attribute");
    }

    /** The origin of an attribute in a block of this one. */
    public Origin child(String name) {
        return new Origin(element, attribute.isEmpty() ? name : attribute + "." + name);
    }

    @Override
    public int compareTo(Origin other) {
        int c = element.compareTo(other.element);
        return c != 0 ? c : attribute.compareTo(other.attribute);
    }

    /** {@code element#attribute}, as canonical JSON writes it. */
    @Override
    public String toString() {
        return attribute.isEmpty() ? element : element + "#" + attribute;
    }

    /** Reads what {@link #toString} writes. */
    public static Origin parse(String text) {
        int hash = text.indexOf('#');
        return hash < 0
                ? new Origin(text, "")
                : new Origin(text.substring(0, hash), text.substring(hash + 1));
    }
}
