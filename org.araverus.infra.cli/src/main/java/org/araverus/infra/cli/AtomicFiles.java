// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that appear whole, or not at all: written beside their place under another name, moved
 * there when all of them are written, taken away if the process is stopped before.
 */
final class AtomicFiles {
    private final Map<Path, Path> waiting = new LinkedHashMap<>();
    private boolean ended;

    /** Writes all, by path. */
    static void write(Map<Path, String> texts) throws IOException {
        AtomicFiles files = new AtomicFiles();
        Thread cleaner = new Thread(files::clean, "cleaner");
        Runtime.getRuntime().addShutdownHook(cleaner);
        try {
            for (Map.Entry<Path, String> e : texts.entrySet())
                files.stage(e.getKey(), e.getValue());
            files.move();
        } finally {
            files.clean();
            unhook(cleaner);
        }
    }

    private static void unhook(Thread cleaner) {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) { // the process ends: the hook has run or runs now
        }
    }

    private synchronized void stage(Path named, String text) throws IOException {
        if (ended) return;
        Path file = Files.exists(named) ? named.toRealPath() : named; // a link stays a link
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        long process = ProcessHandle.current().pid();
        Path aside = folder.resolve("." + file.getFileName() + "." + process + ".part");
        waiting.put(file, aside);
        Files.writeString(aside, text);
        permit(file, aside);
    }

    /** What was there before keeps its permissions. */
    private static void permit(Path old, Path now) throws IOException {
        boolean posix = now.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.exists(old))
            Files.setPosixFilePermissions(now, Files.getPosixFilePermissions(old));
    }

    private synchronized void move() throws IOException {
        if (ended) return;
        for (Map.Entry<Path, Path> e : waiting.entrySet()) {
            try {
                Files.move(e.getValue(), e.getKey(), StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException x) {
                Files.move(e.getValue(), e.getKey(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private synchronized void clean() {
        ended = true;
        for (Path aside : waiting.values()) {
            try {
                Files.deleteIfExists(aside);
            } catch (IOException e) { // nothing more can be done about it
            }
        }
    }
}
