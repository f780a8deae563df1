// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.Goldens;
import org.junit.jupiter.api.Test;

class FindingsTextTest {
    private static final List<Shown> ALL =
            List.of(
                    Samples.powerOverBudget(),
                    Samples.afterTab(),
                    Samples.afterWideLetters(),
                    Samples.accepted());

    private static String text(Paint paint, Glyphs glyphs) {
        FindingsText text = new FindingsText(paint, glyphs, Samples.sources());
        return text.findings(ALL) + "\n" + text.summary(ALL.subList(0, 3), 1, "lab");
    }

    @Test
    void findingsReadAsDrawn() {
        Goldens.check(getClass(), "findings.txt", text(Paint.OFF, Glyphs.UNICODE));
    }

    @Test
    void coloursOnlyAddColours() {
        String coloured = text(Paint.ON, Glyphs.UNICODE);
        assertThat(coloured).contains("\033[1;31merror[rack-power-over-budget]\033[0m");
        assertThat(coloured.replaceAll("\033\\[[0-9;]*m", ""))
                .isEqualTo(text(Paint.OFF, Glyphs.UNICODE));
    }

    @Test
    void asciiHasNoOtherSigns() {
        FindingsText text = new FindingsText(Paint.OFF, Glyphs.ASCII, Sources.NONE);
        assertThat(text.findings(List.of(Samples.powerOverBudget())))
                .matches("\\p{ASCII}*")
                .contains("fix: budget: 42 kW, or 3 nodes");
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        String line = "x".repeat(5000) + " here " + "y".repeat(5000);
        FindingsText text = new FindingsText(Paint.OFF, Glyphs.UNICODE, new Sources(f -> line));
        String[] shown = text.findings(List.of(at(1, 5002, 4))).split("\n");
        assertThat(shown[2]).hasSizeLessThan(140).contains("x here y");
        assertThat(shown[2].indexOf("here")).isEqualTo(shown[3].indexOf("^^^^"));
    }

    @Test
    void aFileCannotSteerTheTerminal() {
        FindingsText text =
                new FindingsText(Paint.OFF, Glyphs.UNICODE, new Sources(f -> "a \033[2J \u202e b"));
        assertThat(text.findings(List.of(at(1, 3, 1)))).doesNotContain("\033", "\u202e");
    }

    @Test
    void aPlaceBehindTheTextShowsNoLine() {
        FindingsText text = new FindingsText(Paint.OFF, Glyphs.UNICODE, Samples.sources());
        assertThat(text.findings(List.of(at(99, 1, 1)))).doesNotContain("|");
        assertThat(text.findings(List.of(at(1, 999, 7)))).contains("^").doesNotContain("^^");
    }

    @Test
    void nothingFoundIsSaid() {
        FindingsText text = new FindingsText(Paint.OFF, Glyphs.UNICODE, Sources.NONE);
        assertThat(text.summary(List.of(), 0, "lab")).isEqualTo("no findings in lab\n");
        assertThat(text.summary(List.of(), 2, "lab"))
                .isEqualTo(
                        "no findings in lab\n"
                                + "2 accepted findings are not shown     --accepted lists them\n");
    }

    private static Shown at(int line, int column, int length) {
        return new Shown(
                "r",
                Severity.ERROR,
                "m",
                new Place("lab/broken.infra", line, column, length),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
