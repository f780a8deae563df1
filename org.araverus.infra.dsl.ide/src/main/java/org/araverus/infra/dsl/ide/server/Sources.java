// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.araverus.infra.dsl.workspace.SourcePaths;
import org.araverus.infra.dsl.workspace.SourceText;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.eclipse.xtext.util.UriExtensions;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder: the same ones that the command reads; a folder that cannot be read has
 * none.
 */
public class Sources implements IFileSystemScanner {
    /** The code of what is said of a file that is no text. */
    static final String UNREADABLE = "unreadable-file";

    /** Clients and folders name one file the same way. */
    private static final UriExtensions ADDRESSES = new UriExtensions();

    @Override
    public void scan(URI root, IAcceptor<URI> into) {
        if (!root.isFile()) return;
        Path folder = Path.of(root.toFileString());
        try {
            Files.walkFileTree(folder, new Walk(folder, into));
        } catch (IOException e) {
            // a folder that is gone has no files
            return;
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final IAcceptor<URI> into;

        Walk(Path folder, IAcceptor<URI> into) {
            this.folder = folder;
            this.into = into;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return dir.equals(folder) || !SourcePaths.isHidden(dir.getFileName())
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (SourcePaths.isSource(folder.relativize(file)) && Files.isRegularFile(file))
                into.accept(ADDRESSES.toEmfUri(file.toUri()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    /** Whether a file is there. */
    static boolean exists(URI uri) {
        try {
            return uri.isFile() && Files.isRegularFile(Path.of(uri.toFileString()));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** What keeps a file from being read as a text; null if nothing does, or if it is gone. */
    static @Nullable Diagnostic fault(URI uri) {
        if (!exists(uri)) return null;
        try {
            SourceText t = SourceText.of(Files.readAllBytes(Path.of(uri.toFileString())));
            return t.fault() == null ? null : fault(t.fault(), t.line() - 1, t.column() - 1);
        } catch (IOException e) {
            return exists(uri) ? fault("this file cannot be read", 0, 0) : null;
        }
    }

    private static Diagnostic fault(String why, int line, int column) {
        Range place = new Range(new Position(line, column), new Position(line, column));
        return new Diagnostic(place, why, DiagnosticSeverity.Error, "infra", UNREADABLE);
    }
}
