// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The pages of the rules, as the documentation has them, packed into this program. */
public final class RulePages {
    private static final String FOLDER = "rules/";
    private static final String SUFFIX = ".md";
    private static final String INDEX = "README.md";

    private RulePages() {}

    /** The page of a rule as it is written (Markdown). */
    public static Optional<String> page(String id) {
        return id.matches("[a-z0-9-]+") ? text(id + SUFFIX) : Optional.empty();
    }

    /**
     * Where an editor opens the page of a rule: a copy of it, beside those of the other rules that
     * it leads to. Empty where a code is none of ours.
     */
    public static Optional<String> address(String id) {
        return Addresses.ALL.containsKey(id)
                ? Optional.of(Addresses.ALL.get(id))
                : Optional.empty();
    }

    /** Written once in a program's life. */
    private static final class Addresses {
        static final Map<String, String> ALL = copies();
    }

    private static Map<String, String> copies() {
        Map<String, String> texts = new TreeMap<>();
        for (String id : ids()) texts.put(id + SUFFIX, text(id + SUFFIX).orElseThrow());
        texts.put(INDEX, text(INDEX).orElseThrow());
        String edition = Copies.edition(String.join("", texts.values()));
        Map<String, String> all = new TreeMap<>();
        texts.forEach(
                (name, text) ->
                        all.put(name(name), Copies.of(edition, "infra/rules/" + name, text)));
        all.remove(name(INDEX));
        return all;
    }

    private static Optional<String> text(String name) {
        try (InputStream in = RulePages.class.getResourceAsStream(FOLDER + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule's one sentence: the first paragraph of its page; null where it has none. */
    public static @Nullable String summary(String id) {
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
    public static List<String> ids() {
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
        return names.filter(n -> n.endsWith(SUFFIX) && !n.equals(INDEX))
                .map(RulePages::name)
                .sorted()
                .toList();
    }

    private static String name(String file) {
        return file.substring(0, file.length() - SUFFIX.length());
    }
}
