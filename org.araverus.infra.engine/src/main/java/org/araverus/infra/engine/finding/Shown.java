// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Policy;
import org.araverus.infra.engine.design.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is shown, whoever found it: the language in a text, or the engine in a design.
 *
 * @param place where; null where no text is behind it
 * @param accepted the reason for which it is accepted; null if it is not
 */
public record Shown(
        String rule,
        Severity severity,
        String message,
        @Nullable Place place,
        List<Line> details,
        List<Place> related,
        List<Fix> fixes,
        @Nullable String accepted) {

    /** Where a number comes from. */
    public record Line(String text, @Nullable Place place) {}

    /** What could be done; without edits where nothing is known of the text. */
    public record Fix(String title, List<Edit> edits) {}

    /** Text put in the place of other text; offset and length in characters of the file. */
    public record Edit(String file, int offset, int length, String text) {}

    public Shown {
        details = List.copyOf(details);
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    /** What the engine found in a design; places come from its trace. */
    public static Shown of(Finding f, Design design) {
        return new Shown(
                f.rule(),
                f.severity(),
                f.message(),
                place(f.origin(), design),
                f.details().stream()
                        .map(d -> new Line(d.text(), place(d.origin(), design)))
                        .toList(),
                f.related().stream()
                        .map(o -> place(o, design))
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                f.fixes().stream().map(x -> new Fix(x.title(), List.of())).toList(),
                design.policy().accepted().get(Policy.key(f.rule(), f.origin())));
    }

    private static @Nullable Place place(Origin origin, Design design) {
        Trace t = design.traceOf(origin);
        return t == null ? null : t.place();
    }
}
