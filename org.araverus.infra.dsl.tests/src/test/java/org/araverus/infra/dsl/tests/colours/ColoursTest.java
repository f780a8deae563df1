// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.colours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araverus.infra.dsl.InfraStandaloneSetup;
import org.araverus.infra.engine.json.Canonical;
import org.eclipse.xtext.IGrammarAccess;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The TextMate grammar in {@code vscode} is made from the grammar, and what the lexer takes each
 * word of some texts for stands beside it, for the extension's own test to hold the colours
 * against; {@code -Dgoldens=write} writes both anew.
 */
class ColoursTest {
    private static final Path ROOT = Path.of("..");
    private static final Path LEXED = ROOT.resolve("vscode/test/lexed");

    private final Keywords keywords =
            new Keywords(
                    new InfraStandaloneSetup()
                            .createInjectorAndDoEMFRegistration()
                            .getInstance(IGrammarAccess.class)
                            .getGrammar());

    @Test
    void grammar() throws IOException {
        keep(
                ROOT.resolve("vscode/syntaxes/infra.tmLanguage.json"),
                Canonical.write(TextMateGrammar.of(keywords)));
    }

    /** A new keyword has to be given its colour. */
    @Test
    void everyKeywordHasItsPlace() {
        assertThat(keywords.placed()).isEqualTo(keywords.all());
    }

    @TestFactory
    Stream<DynamicTest> lexed() throws IOException {
        Map<String, String> texts =
                Map.of(
                        "words", wordsInEachPlace(),
                        "sample", Files.readString(LEXED.resolve("sample.infra")));
        return texts.entrySet().stream()
                .map(
                        e ->
                                dynamicTest(
                                        e.getKey(),
                                        () ->
                                                keep(
                                                        LEXED.resolve(e.getKey() + ".json"),
                                                        Lexed.json(e.getValue()))));
    }

    /** Each keyword as kind of name that it can be. */
    private String wordsInEachPlace() {
        return keywords.all().stream()
                .map(
                        word ->
                                """
                                package p.%1$s
                                import q.%1$s.*
                                accelerator %1$s { power { limit: 700 W } }
                                accelerator Sub extends %1$s { power { idle: 70 W } }
                                node N { %1$s: 8 x %1$s   nic: 2 x p.%1$s.%1$s }
                                rack R {
                                  %1$s: 3 kW
                                  %1$s { budget: 3 kW }
                                }
                                topology T is %1$s { tier %1$s { endpoints: 16 } }
                                workload W trains %1$s { batch: 128 }
                                let %1$s = 3
                                evaluate E {
                                  run %1$s on C.racks[0].nodes[1].%1$s[0]
                                  require C.racks.nodes.%1$s.count >= 8
                                  let %1$s = 2
                                }
                                cluster D {
                                  without %1$s
                                  racks[1].nodes.%1$s.power.%1$s: 3 kW
                                }
                                """
                                        .formatted(word))
                .collect(Collectors.joining());
    }

    private static void keep(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("goldens"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
