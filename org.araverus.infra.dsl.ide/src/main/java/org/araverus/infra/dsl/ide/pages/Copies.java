// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.araverus.infra.dsl.resource.Library;

/**
 * Editors open files alone: what lies in this program gets a copy in a folder of the user's
 * temporary files, read only.
 */
public final class Copies {
    private static final Map<String, String> LIBRARY = new ConcurrentHashMap<>();

    private Copies() {}

    /** The address of a copy of one text, whose folder has a name made of it. */
    public static String of(String path, String text) {
        return of(edition(text), path, text);
    }

    /** A name that is another one for other texts. */
    static String edition(String text) {
        return Integer.toHexString(text.hashCode());
    }

    /**
     * The address of a copy.
     *
     * @param edition the folder in which all copies stand that belong together
     * @param path of the file in it
     */
    static String of(String edition, String path, String text) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "infra-library", edition, path);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                file.toFile().setReadOnly();
            }
            return file.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a copy of a library's file; its path begins with {@code araverus/}. */
    public static String library(String path) {
        return LIBRARY.computeIfAbsent(path, p -> of(p, text(p)));
    }

    private static String text(String path) {
        try (InputStream in = Library.class.getResourceAsStream("/" + path)) {
            if (in == null) throw new IllegalArgumentException("the library has no " + path);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
