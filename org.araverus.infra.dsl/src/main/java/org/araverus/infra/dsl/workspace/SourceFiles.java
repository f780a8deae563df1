// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and reads texts. */
final class SourceFiles {
    private SourceFiles() {}

    /**
     * The texts under some paths, sorted within a folder.
     *
     * @param named how places name a file
     */
    static Map<String, String> read(List<Path> paths, UnaryOperator<Path> named) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path p : paths) {
            if (!Files.exists(p))
                throw new UnreadableInput(p + ": there is no such file or folder");
            List<Path> files = Files.isDirectory(p) ? walk(p) : List.of(p);
            if (files.isEmpty())
                throw new UnreadableInput(p + ": there is no .infra file in this folder");
            for (Path f : files) texts.putIfAbsent(name(named.apply(f)), text(f));
        }
        return texts;
    }

    /** The nearest project file, in a path's own folder or above it; null if there is none. */
    static @Nullable Path project(List<Path> paths) {
        for (Path p : paths) {
            Path start = Files.isDirectory(p) ? p.resolve("x") : p;
            for (Path folder = start.getParent() == null ? Path.of("") : start.getParent();
                    folder != null;
                    folder = above(folder)) {
                Path file = folder.resolve("project.infra");
                if (Files.isRegularFile(file)) return file;
            }
        }
        return null;
    }

    private static @Nullable Path above(Path folder) {
        if (folder.getParent() != null) return folder.getParent();
        return folder.toString().isEmpty() || folder.isAbsolute() ? null : Path.of("");
    }

    /** A path with forward slashes on every system. */
    static String name(Path p) {
        return p.normalize().toString().replace('\\', '/');
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(
                            f ->
                                    SourcePaths.isSource(folder.relativize(f))
                                            && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableInput(folder + ": this folder cannot be read");
        }
    }

    /** A file's text; throws {@link UnreadableInput}. */
    static String text(Path file) {
        try {
            return text(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnreadableInput(file + ": this file cannot be read");
        }
    }

    /** The text that bytes are, by the name that messages give it. */
    static String text(String file, byte[] bytes) {
        SourceText text = SourceText.of(bytes);
        if (text.fault() == null) return text.content();
        throw new UnreadableInput(
                file + ":" + text.line() + ":" + text.column() + ": " + text.fault());
    }
}
