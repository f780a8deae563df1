// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.dsl.workspace.Layouts;
import org.araverus.infra.dsl.workspace.Layouts.Laid;
import org.araverus.infra.dsl.workspace.UnreadableInput;

/** Texts before and after they are laid out; here the language is loaded. */
final class LaidTexts {
    private LaidTexts() {}

    static List<Laid> files(List<String> paths, Terminal terminal) throws UsageException {
        List<Path> files = paths.stream().map(Path::of).toList();
        try {
            String all = String.join(" ", paths);
            return Progress.during(terminal, "reading " + all, () -> Layouts.of(files));
        } catch (UnreadableInput e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    static Laid input(InputStream in) throws UsageException {
        try {
            return Layouts.of("input", in.readAllBytes());
        } catch (IOException e) {
            throw new UsageException("the input cannot be read: " + Reason.of(e));
        } catch (UnreadableInput e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
