// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/** The example designs in the plug-in. */
final class Examples {
    private static final Bundle BUNDLE = Platform.getBundle("org.araverus.infra.dsl.ui");
    private static final String FOLDER = "/examples/";

    private Examples() {}

    /** Their names, in order. */
    static List<String> names() {
        TreeSet<String> all = new TreeSet<>();
        for (URL url : files(FOLDER, "*.infra")) {
            String path = url.getPath();
            String inside = path.substring(path.indexOf(FOLDER) + FOLDER.length());
            all.add(inside.substring(0, inside.indexOf('/')));
        }
        return List.copyOf(all);
    }

    /** Copies the files of an example into a project; files that are there stay. */
    static void copy(String name, IProject project) throws CoreException, IOException {
        for (URL url : files(FOLDER + name, "*")) {
            String path = url.getPath();
            if (path.endsWith("/")) continue;
            IFile file = project.getFile(path.substring(path.lastIndexOf('/') + 1));
            if (file.exists()) continue;
            try (InputStream in = url.openStream()) {
                file.create(in.readAllBytes(), IResource.FORCE, null);
            }
        }
    }

    private static List<URL> files(String folder, String pattern) {
        var found = BUNDLE.findEntries(folder, pattern, true);
        return found == null ? List.of() : Collections.list(found);
    }
}
