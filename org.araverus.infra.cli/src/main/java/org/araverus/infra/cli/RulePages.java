// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The pages of the rules, as the documentation has them, packed into this program. */
final class RulePages {
    private static final String FOLDER = "rules/";
    private static final String SUFFIX = ".md";

    private RulePages() {}

    /** The page of a rule as it is written (Markdown). */
    static Optional<String> page(String id) {
        if (!id.matches("[a-z0-9-]+")) return Optional.empty();
        try (InputStream in = RulePages.class.getResourceAsStream(FOLDER + id + SUFFIX)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule's one sentence: the first paragraph of its page; null where it has none. */
    static @Nullable String summary(String id) {
        return page(id).flatMap(
                        p ->
                                p.lines()
                                        .map(String::strip)
                                        .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                                        .filter(l -> !l.startsWith("<!--"))
                                        .findFirst())
                .map(l -> l.replace("`", "").replace("*", ""))
                .orElse(null);
    }

    /** The ids of all rules that have a page, sorted. */
    static List<String> ids() {
        String folder = RulePages.class.getPackageName().replace('.', '/') + "/" + FOLDER;
        try {
            Path home =
                    Path.of(
                            RulePages.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return Files.isDirectory(home) ? inFolder(home.resolve(folder)) : inJar(home, folder);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return ids(files.map(f -> f.getFileName().toString()));
        }
    }

    private static List<String> inJar(Path jar, String folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return ids(
                    zip.stream()
                            .map(e -> e.getName())
                            .filter(n -> n.startsWith(folder))
                            .map(n -> n.substring(folder.length())));
        }
    }

    private static List<String> ids(Stream<String> names) {
        return names.filter(n -> n.endsWith(SUFFIX))
                .map(n -> n.substring(0, n.length() - SUFFIX.length()))
                .sorted()
                .toList();
    }
}
