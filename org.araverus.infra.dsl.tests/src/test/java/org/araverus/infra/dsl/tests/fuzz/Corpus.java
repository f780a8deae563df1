// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.json.DesignJson;

/** Good texts to damage. */
final class Corpus {
    private static final List<String> HOMES =
            List.of(
                    "../examples",
                    "src/test/resources/rules",
                    "src/test/resources/designs",
                    "src/test/resources/texts",
                    "../org.araverus.infra.dsl/src/main/resources/araverus");

    private Corpus() {}

    /** Examples, wrong and right texts of rules, and the library. */
    static List<String> texts() {
        List<String> all = new ArrayList<>();
        for (String home : HOMES) all.addAll(texts(Path.of(home)));
        return all;
    }

    static List<String> examples() {
        return texts(Path.of(HOMES.get(0)));
    }

    /** Small designs, each about one rule. */
    static List<String> rules() {
        return texts(Path.of(HOMES.get(1)));
    }

    /** The examples' evaluates, as compiled designs. */
    static List<String> designs() {
        List<String> all = new ArrayList<>();
        for (String text : examples())
            for (Compiled c : Workspace.ofTexts(Map.of("t.infra", text)).evaluates())
                all.add(DesignJson.write(c.design()));
        return all;
    }

    private static List<String> texts(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            List<String> all = new ArrayList<>();
            for (Path f : files.filter(p -> p.toString().endsWith(".infra")).sorted().toList())
                all.add(Files.readString(f));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
