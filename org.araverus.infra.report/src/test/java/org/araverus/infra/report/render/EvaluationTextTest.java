// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.report.Goldens;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {
    private static String text(
            Evaluation e, Paint paint, Glyphs glyphs, Numbers numbers, boolean assumed) {
        return new EvaluationText(paint, glyphs, numbers, assumed)
                .write(e, Samples.design(), List.of(Samples.afterTab()), "");
    }

    @Test
    void oneWorkloadOnOneScreen() {
        String text = text(Samples.training(), Paint.OFF, Glyphs.UNICODE, Numbers.READABLE, false);
        assertThat(text.lines().count()).isLessThanOrEqualTo(40);
        assertThat(text.lines().mapToInt(String::length).max().getAsInt()).isLessThanOrEqualTo(110);
        Goldens.check(getClass(), "training.txt", text);
    }

    @Test
    void inAscii() {
        String text = text(Samples.training(), Paint.OFF, Glyphs.ASCII, Numbers.READABLE, false);
        assertThat(text).matches("\\p{ASCII}*");
        Goldens.check(getClass(), "training.ascii.txt", text);
    }

    @Test
    void inSi() {
        Goldens.check(
                getClass(),
                "training.si.txt",
                text(Samples.training(), Paint.OFF, Glyphs.UNICODE, Numbers.SI, true));
    }

    @Test
    void severalWorkloadsOneWithoutResult() {
        Goldens.check(
                getClass(),
                "mixed.txt",
                text(Samples.mixed(), Paint.OFF, Glyphs.UNICODE, Numbers.READABLE, false));
    }

    @Test
    void coloursOnlyAddColours() {
        String coloured =
                text(Samples.training(), Paint.ON, Glyphs.UNICODE, Numbers.READABLE, false);
        assertThat(coloured).contains("\033[1;31mmissed\033[0m");
        assertThat(coloured.replaceAll("\033\\[[0-9;]*m", ""))
                .isEqualTo(
                        text(
                                Samples.training(),
                                Paint.OFF,
                                Glyphs.UNICODE,
                                Numbers.READABLE,
                                false));
    }

    @Test
    void theTimeStandsBehindTheFidelity() {
        String text =
                new EvaluationText(Paint.OFF, Glyphs.UNICODE, Numbers.READABLE, false)
                        .write(Samples.training(), Samples.design(), List.of(), "3 ms");
        assertThat(text.lines().findFirst().orElseThrow()).endsWith("closed form, 3 ms");
        assertThat(text).doesNotContain("infra check");
    }
}
