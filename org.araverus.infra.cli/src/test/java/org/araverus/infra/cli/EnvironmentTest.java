// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static Environment with(String... variables) {
        Map<String, String> all = new java.util.TreeMap<>();
        for (int i = 0; i < variables.length; i += 2) all.put(variables[i], variables[i + 1]);
        return new Environment(all, true, true);
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertThat(with().colours(true)).isTrue();
        assertThat(with().colours(false)).isFalse();
        assertThat(with("NO_COLOR", "1").colours(true)).isFalse();
        assertThat(with("NO_COLOR", "").colours(true)).isTrue();
        assertThat(with("TERM", "dumb").colours(true)).isFalse();
    }

    @Test
    void signsBeyondAsciiAreForLocalesThatHaveThem() {
        assertThat(with().unicode()).isTrue();
        assertThat(with("LANG", "de_DE.UTF-8").unicode()).isTrue();
        assertThat(with("LANG", "C.utf8").unicode()).isTrue();
        assertThat(with("LANG", "C").unicode()).isFalse();
        assertThat(with("LANG", "en_US.UTF-8", "LC_ALL", "POSIX").unicode()).isFalse();
        assertThat(with("LANG", "C", "LC_ALL", "", "LC_CTYPE", "C.UTF-8").unicode()).isTrue();
    }
}
