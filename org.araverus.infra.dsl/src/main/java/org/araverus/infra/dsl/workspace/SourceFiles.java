// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and reads texts: UTF-8 and nothing else, so that nobody reads rubbish. */
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
                                    f.toString().endsWith(".infra")
                                            && Files.isRegularFile(f)
                                            && !hidden(folder.relativize(f)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableInput(folder + ": this folder cannot be read");
        }
    }

    private static boolean hidden(Path p) {
        for (Path part : p)
            if (part.toString().startsWith(".") || part.toString().equals("target")) return true;
        return false;
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
        CharsetDecoder utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = utf8.decode(in, text, true);
        text.flip();
        if (result.isError())
            throw new UnreadableInput(
                    at(file, text) + ": this is not UTF-8; save the file as UTF-8");
        int nul = text.toString().indexOf('\0');
        if (nul >= 0)
            throw new UnreadableInput(
                    at(file, text.subSequence(0, nul)) + ": this is a binary file, not a text");
        return !text.isEmpty() && text.charAt(0) == '\uFEFF'
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    /** file:line:column of the end of what could be read. */
    private static String at(String file, CharSequence read) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < read.length(); i++) {
            boolean end = read.charAt(i) == '\n';
            line += end ? 1 : 0;
            column = end ? 1 : column + 1;
        }
        return file + ":" + line + ":" + column;
    }
}
