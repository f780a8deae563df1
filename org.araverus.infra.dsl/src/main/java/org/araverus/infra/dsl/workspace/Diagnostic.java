// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.List;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a text, with its place.
 *
 * @param code rule id, or the code of a mistake of writing
 * @param place where it is shown; null if it is of the whole
 * @param details where each number comes from
 * @param related other places that take part
 * @param fixes best first
 * @param accepted the reason for which it is accepted; null if it is not
 */
public record Diagnostic(
        String code,
        Severity severity,
        String message,
        @Nullable Place place,
        List<Line> details,
        List<Place> related,
        List<TextFix> fixes,
        @Nullable String accepted) {
    /** The code of a requirement that an evaluate misses. */
    public static final String MISSED = "requirement-missed";

    /** One line of reasons, with the place that it speaks of. */
    public record Line(String text, @Nullable Place place) {}

    public Diagnostic {
        details = List.copyOf(details);
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    /** As the renderers take it. */
    public Shown shown() {
        return new Shown(
                code,
                severity,
                message,
                place,
                details.stream().map(d -> new Shown.Line(d.text, d.place)).toList(),
                related,
                fixes.stream().map(Diagnostic::shown).toList(),
                accepted);
    }

    private static Shown.Fix shown(TextFix f) {
        return new Shown.Fix(
                f.title(),
                f.edits().stream()
                        .map(e -> new Shown.Edit(e.file(), e.offset(), e.length(), e.text()))
                        .toList());
    }
}
