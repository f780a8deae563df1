// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What lies behind messages of the language itself: sections of one page, by id. */
public final class LanguageMessages {
    private static final String PAGE = "messages.md";
    private static final String HEAD = "\n## ";

    private LanguageMessages() {}

    /** The section of an id as it is written (Markdown), under its own heading. */
    public static Optional<String> section(String id) {
        return sections().stream()
                .filter(s -> s.lines().findFirst().orElse("").equals(id))
                .map(s -> "# " + s.strip() + "\n")
                .findFirst();
    }

    /** The ids of all messages that have a section, in the order of the page. */
    public static List<String> ids() {
        return sections().stream().map(s -> s.lines().findFirst().orElseThrow()).toList();
    }

    private static List<String> sections() {
        List<String> all = Arrays.asList(page().split(HEAD));
        return all.subList(1, all.size());
    }

    private static String page() {
        try (InputStream in = LanguageMessages.class.getResourceAsStream(PAGE)) {
            if (in == null) throw new IllegalStateException(PAGE + " is not packed");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
