// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.List;
import org.araverus.infra.engine.design.Place;
import org.jspecify.annotations.Nullable;

/**
 * A part of the catalog with all that is known of it.
 *
 * @param name qualified
 * @param doc its documentation on one line; empty where it has none
 * @param place where it is declared; null where that is not known
 * @param source of what names no other; empty where there is none
 */
public record PartPage(
        String kind,
        String name,
        String doc,
        List<String> aliases,
        @Nullable Place place,
        String source,
        List<Fact> facts,
        List<Held> parts,
        List<Derived> derived) {

    /** What marks a figure that nobody has checked. */
    public static final String UNVERIFIED = "unverified";

    /**
     * An attribute with its value.
     *
     * @param path in the element
     * @param text the value as a person reads it
     * @param si in SI; NaN for what is no number
     * @param spread half width of the 90 % interval in SI; 0 where it is exact
     * @param unit coherent SI unit; empty for a pure number or what is no number
     * @param doc of the attribute
     * @param source as {@code @source} names it; empty where nothing does
     * @param note what other sources say; empty where they say nothing
     */
    public record Fact(
            String path,
            String text,
            double si,
            double spread,
            String unit,
            String doc,
            String source,
            String note,
            @Nullable Place place) {
        /** Whether nobody has checked it. */
        public boolean isUnverified() {
            return source.equals(UNVERIFIED);
        }
    }

    /**
     * What it is built of.
     *
     * @param type qualified
     */
    public record Held(String role, long count, String type, String doc) {}

    /** What follows from its structure. */
    public record Derived(String path, String text, double si, String unit, String doc) {}

    public PartPage {
        aliases = List.copyOf(aliases);
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        derived = List.copyOf(derived);
    }

    /** The last segment of its name. */
    public String simpleName() {
        return simple(name);
    }

    /** The package that it is declared in. */
    public String packageName() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
