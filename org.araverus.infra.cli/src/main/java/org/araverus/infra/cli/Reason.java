// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why reading or writing went wrong, for a person. */
final class Reason {
    private Reason() {}

    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException x -> "no such file";
            case AccessDeniedException x -> "not permitted";
            case FileAlreadyExistsException x -> x.getFile() + " is in the way";
            case FileSystemException x when x.getReason() != null ->
                    x.getReason().toLowerCase(java.util.Locale.ROOT);
            default -> String.valueOf(e.getMessage());
        };
    }
}
