// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static int moved(String before, String after, int line) {
        Diagnostic d =
                new Diagnostic(
                        "a-rule",
                        Severity.WARNING,
                        "something",
                        new Place("a.infra", line, 3, 2),
                        List.of(),
                        List.of(),
                        List.of(),
                        null);
        Place place = new Lines(before).moved(d, new Lines(after)).place();
        assertThat(place).isNotNull();
        assertThat(place.column()).isEqualTo(3);
        return place.line();
    }

    @Test
    void whatStandsBeforeAnEditStays() {
        assertThat(moved("a\nb\nc\n", "a\nb\nnew\nc\n", 2)).isEqualTo(2);
    }

    @Test
    void whatStandsBehindItMoves() {
        assertThat(moved("a\nb\nc\n", "a\nb\nnew\nc\n", 3)).isEqualTo(4);
        assertThat(moved("a\nb\nc\n", "c\n", 3)).isEqualTo(1);
    }

    @Test
    void whatIsEditedStaysInTheText() {
        assertThat(moved("a\nb\nc\n", "a\nother\nc\n", 2)).isEqualTo(2);
        assertThat(moved("a\nb\nc\n", "a\n", 3)).isEqualTo(1);
        assertThat(moved("a\n", "", 1)).isEqualTo(1);
    }
}
