// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the library's index; the build runs it over the resources. Three sorts of lines: {@code
 * file PATH PACKAGE FINGERPRINT}, below it {@code KIND NAME DOC} for each element in order, below
 * that {@code alias TEXT}.
 */
public final class LibraryIndexer {
    private LibraryIndexer() {}

    /** The folder with the library's root, and the file to write. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        StringBuilder index = new StringBuilder();
        try (Stream<Path> files = Files.walk(root.resolve("araverus"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".infra")).sorted().toList())
                write(root.relativize(file), Files.readAllBytes(file), index);
        }
        Files.writeString(Path.of(args[1]), index);
    }

    private static void write(Path file, byte[] bytes, StringBuilder into) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        LibraryScanner.Contents contents = LibraryScanner.scan(text);
        String path = file.toString().replace('\\', '/');
        line(into, List.of("file", path, contents.packageName(), fingerprint(bytes)));
        for (LibraryScanner.Entry e : contents.entries()) {
            line(into, List.of(e.kind(), e.name(), e.doc()));
            for (String alias : e.aliases()) line(into, List.of("alias", alias));
        }
    }

    private static void line(StringBuilder into, List<String> parts) {
        into.append(String.join("\t", parts)).append('\n');
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
