// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.Layer;
import org.junit.jupiter.api.Test;

/** The first example, as it shall be and as it shall not. */
class FirstRackTest {
    private static final Path FOLDER = Path.of("../examples/first-rack");
    private static final Path BROKEN = Path.of("src/test/resources/examples/broken.errors");

    @Test
    void theFirstRackIsClean() throws IOException {
        assertThat(answer("first-rack.infra").shown()).isEmpty();
    }

    @Test
    void theBrokenOneIsNot() throws IOException {
        Answer answer = answer("broken.infra");
        Goldens.compare(BROKEN, answer.shown());
        Map<String, Layer> layers =
                Rules.all().stream().collect(Collectors.toMap(InfraRule::id, InfraRule::layer));
        Set<Layer> hit =
                answer.found().stream()
                        .map(Diagnostic::code)
                        .map(layers::get)
                        .collect(Collectors.toSet());
        assertThat(answer.found()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(hit)
                .contains(
                        Layer.POWER,
                        Layer.COOLING,
                        Layer.SPACE,
                        Layer.NETWORK,
                        Layer.PARALLELISM,
                        Layer.MEMORY,
                        Layer.ACCELERATOR,
                        Layer.MODEL,
                        Layer.COST);
    }

    private static Answer answer(String file) throws IOException {
        return Answer.of(file, Files.readString(FOLDER.resolve(file)));
    }
}
