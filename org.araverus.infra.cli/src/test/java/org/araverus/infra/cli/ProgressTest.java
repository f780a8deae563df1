// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said), "reading x");

    @Test
    void shortWorkSaysNothing() {
        progress.tick();
        progress.tick();
        progress.end();
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void longWorkHasOneLineThatGoesAway() {
        for (int i = 0; i < 4; i++) progress.tick();
        progress.end();
        progress.tick();
        assertThat(said.toString()).isEqualTo("\rreading x   1 s\rreading x   2 s\r\033[K");
    }

    @Test
    void whereNobodyWatchesThereIsNone() {
        Terminal t =
                new Terminal(System.out, new PrintStream(said), Environment.quiet(), "auto", false);
        assertThat(Progress.<Integer, RuntimeException>during(t, "x", () -> 7)).isEqualTo(7);
        assertThat(said.toString()).isEmpty();
    }
}
