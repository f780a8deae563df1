// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody's language changes an answer: a Turkish {@code i} has no capital I, Arabic has digits of
 * its own, German writes a comma.
 */
class LocaleTest {
    private static final List<String> TAGS =
            List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE", "th-TH-u-nu-thai");

    @TempDir Path folder;

    private List<String> answers(String name) throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../examples"))) {
            for (Path f : files.filter(p -> p.toString().endsWith(".infra")).sorted().toList()) {
                String path = f.toString();
                Path out = folder.resolve(name);
                for (String format : List.of("text", "json", "sarif", "github"))
                    all.add(Call.of("check", path, "--format", format).toString());
                for (String format : List.of("text", "json"))
                    all.add(Call.of("evaluate", path, "--format", format).toString());
                all.add(Call.of("compile", path, "--out", out.toString()).err());
            }
        }
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            for (Path f : files.filter(Files::isRegularFile).sorted().toList())
                all.add(f.getFileName() + "\n" + Files.readString(f));
        }
        all.replaceAll(s -> s.replace(folder.resolve(name).toString(), "OUT"));
        return all;
    }

    @Test
    void answersAreTheSameEverywhere() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            List<String> plain = answers("plain");
            assertThat(plain).hasSizeGreaterThan(30);
            for (String tag : TAGS) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(answers(tag)).as(tag).isEqualTo(plain);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
