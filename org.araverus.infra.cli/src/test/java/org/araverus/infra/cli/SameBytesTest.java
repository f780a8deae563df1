// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.araverus.infra.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text and compiled design give the same answer, in every form. */
class SameBytesTest {
    @TempDir Path folder;

    @Test
    void textAndCompiledDesignAnswerAlike() throws IOException {
        int compared = 0;
        for (Path file : Examples.files()) compared += compare(file);
        assertThat(compared).isPositive();
    }

    private int compare(Path file) throws IOException {
        Path out = folder.resolve(file.toString().replaceAll("[/.]+", "-"));
        Call compiled = Call.of("compile", file.toString(), "--out", out.toString());
        if (compiled.code() != 0) {
            assertThat(out).doesNotExist();
            return 0;
        }
        int n = 0;
        try (Stream<Path> designs = Files.list(out)) {
            for (Path design : designs.sorted().toList()) {
                String name = design.getFileName().toString().replace(".design.json", "");
                for (String[] form : new String[][] {{}, {"--si"}, {"--format", "json"}}) {
                    Call text = evaluate(file.toString(), name, form);
                    Call json = evaluate(design.toString(), name, form);
                    assertThat(json).isEqualTo(text);
                    if (form.length == 2) Schemas.assertValid("evaluation.schema.json", text.out());
                }
                Schemas.assertFollows(DesignSchema.text(), Files.readString(design));
                n++;
            }
        }
        return n;
    }

    private static Call evaluate(String path, String name, String... form) {
        String[] args = new String[3 + form.length];
        args[0] = "evaluate";
        args[1] = path;
        args[2] = name;
        System.arraycopy(form, 0, args, 3, form.length);
        return Call.of(args);
    }
}
