// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void aSlipIsForgivenAnotherWordIsNot() {
        List<String> words = List.of("check", "compile", "evaluate");
        assertThat(Nearest.to("complie", words)).contains("compile");
        assertThat(Nearest.to("evaluat", words)).contains("evaluate");
        assertThat(Nearest.to("report", words)).isEmpty();
        assertThat(Nearest.to("", words)).isEmpty();
    }
}
