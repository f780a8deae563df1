// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.json.UnreadableDesign;
import org.araverus.infra.report.render.Sources;

/** A compiled design in a file; the language is not needed for it. */
final class CompiledFile {
    private CompiledFile() {}

    /** Whether the file is one, by its name or by how it begins. No text begins like JSON. */
    static boolean is(String path) {
        if (path.endsWith(".design.json")) return true;
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) return false;
        try (InputStream in = Files.newInputStream(file)) {
            int c = in.read();
            while (c == ' ' || c == '\t' || c == '\r' || c == '\n') c = in.read();
            return c == '{';
        } catch (IOException e) {
            return false; // whoever reads it whole says why
        }
    }

    static List<Candidate> read(String path) throws UsageException {
        try {
            Design design = Evaluated.read(Files.readString(Path.of(path)));
            return List.of(new Candidate(design.name(), design, List.of(), Sources.NONE));
        } catch (UnreadableDesign e) {
            String at = e.line() == 0 ? "" : ":" + e.line() + ":" + e.column();
            throw new UsageException(path + at + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new UsageException(path + ": this is no UTF-8");
        } catch (IOException e) {
            throw new UsageException(path + ": " + Reason.of(e));
        }
    }
}
