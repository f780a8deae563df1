// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.formatting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Layouts;
import org.araverus.infra.dsl.workspace.Layouts.Laid;
import org.araverus.infra.engine.design.Place;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The layout itself: in pairs of texts, and in what the repository shows. */
class CanonicalTest {
    private static final Path HOME = Path.of("src/test/resources/formatting");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```infra\\R(.*?)^```$");
    private static final boolean WRITE = "write".equals(System.getProperty("goldens"));

    @TestFactory
    Stream<DynamicTest> pairs() throws IOException {
        try (Stream<Path> files = Files.list(HOME)) {
            return files.filter(f -> f.toString().endsWith(".infra")).sorted().toList().stream()
                    .map(f -> dynamicTest(f.getFileName().toString(), () -> pair(f)));
        }
    }

    private static void pair(Path text) throws IOException {
        Path expected = Path.of(text.toString().replaceAll("infra$", "expected"));
        Laid laid = Layouts.of(text.toString(), Files.readString(text));
        assertThat(laid.refused()).isNull();
        if (WRITE) Files.writeString(expected, laid.after());
        assertThat(laid.after()).isEqualTo(Files.readString(expected));
        assertThat(Layouts.of("again", laid.after()).after()).isEqualTo(laid.after());
    }

    /** {@code infra fmt} keeps them so. */
    @TestFactory
    Stream<DynamicTest> examplesAndCatalogAreLaidOut() {
        return Sources.shown().entrySet().stream()
                .map(
                        e ->
                                dynamicTest(
                                        e.getKey(),
                                        () ->
                                                assertThat(e.getValue())
                                                        .isEqualTo(
                                                                Layouts.of(e.getKey(), e.getValue())
                                                                        .after())));
    }

    /** Texts in the documentation, rule by rule and in the tour, are laid out too. */
    @Test
    void textsInPagesAreLaidOut() throws IOException {
        int texts = 0;
        for (Path page : pages()) {
            Matcher fence = FENCE.matcher(Files.readString(page).replace("\r\n", "\n"));
            while (fence.find()) {
                Laid laid = Layouts.of(page.toString(), fence.group(1));
                assertThat(laid.before()).as(page.toString()).isEqualTo(laid.after());
                texts++;
            }
        }
        assertThat(texts).isGreaterThan(140);
    }

    private static List<Path> pages() throws IOException {
        List<Path> all = new ArrayList<>(List.of(Path.of("../README.md")));
        for (String folder : List.of("../docs", "../examples"))
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(all::add);
            }
        return all;
    }

    @Test
    void aTextThatDoesNotParseStays() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("rack A {\n  size: 42 U\n", "2:12 a } is missing at the end of the file");
        texts.put("rack A {   size 42 U }\n", "1:12 size does not belong here");
        texts.put("rack  A { }\n}\n", "2:1 } does not belong here");
        texts.put("rack A {\n  size:  1 U\n\nrack B { }\n}\n", "4:1 a } is missing before this");
        texts.put("rack A { size: (1  U }\n", "1:20 a ) is missing behind U");
        texts.put("size:  42 U\n", "1:1 this stands outside of any element");
        texts.forEach(
                (text, said) -> {
                    Laid laid = Layouts.of("a.infra", text);
                    assertThat(laid.after()).isEqualTo(text);
                    Place p = laid.place();
                    assertThat(p.line() + ":" + p.column() + " " + laid.refused()).isEqualTo(said);
                });
    }

    @Test
    void lineEndsOfOtherSystemsBecomeLineFeeds() {
        String text = "/**\r\n   * A rack.\r\n   */\r\nrack A {\r\n  size: 42 U\r\n}";
        assertThat(Layouts.of("a", text).after())
                .isEqualTo("/**\n * A rack.\n */\nrack A {\n  size: 42 U\n}\n");
    }
}
