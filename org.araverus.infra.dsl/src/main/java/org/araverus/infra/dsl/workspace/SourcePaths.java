// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.nio.file.Path;

/** Which files of a folder are texts of the language that count. */
public final class SourcePaths {
    private SourcePaths() {}

    /**
     * Whether a file is one. What tools keep for themselves is none: a build's copies would be
     * second elements of a name.
     *
     * @param inFolder its path from the folder on
     */
    public static boolean isSource(Path inFolder) {
        return inFolder.toString().endsWith(".infra") && !isHidden(inFolder);
    }

    /** Whether a file or folder belongs to a tool. */
    public static boolean isHidden(Path inFolder) {
        for (Path part : inFolder)
            if (part.toString().startsWith(".") || part.toString().equals("target")) return true;
        return false;
    }
}
