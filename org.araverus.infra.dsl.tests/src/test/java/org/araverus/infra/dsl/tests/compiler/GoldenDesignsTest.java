// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.araverus.infra.dsl.tests.rules.Goldens;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.json.DesignJson;
import org.araverus.infra.engine.json.UnreadableDesign;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small texts as whole compiled designs; what is read back is what was written. */
class GoldenDesignsTest {
    private static final Path HOME = Path.of("src/test/resources/designs");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(HOME)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".infra"))
                    .map(n -> n.substring(0, n.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void compiles(String name) throws IOException, UnreadableDesign {
        String text = Files.readString(HOME.resolve(name + ".infra"));
        Design design = Workspace.ofTexts(Map.of(name + ".infra", text)).design();
        String json = DesignJson.write(design);
        Goldens.compare(HOME.resolve(name + ".design.json"), json);
        assertThat(DesignJson.write(DesignJson.read(json))).isEqualTo(json);
    }
}
