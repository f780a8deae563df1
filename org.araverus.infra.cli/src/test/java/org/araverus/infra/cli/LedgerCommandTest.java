// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.araverus.infra.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {
    private static final String TABLE = "../validation/training.csv";

    @Test
    void whateverTheErrorsTheCommandIsFine() {
        Call c = Call.of("ledger", TABLE);
        assertThat(c.code()).isZero();
        assertThat(c.err()).isEmpty();
        assertThat(c.out()).contains("tr-24e79971d4").contains("with missing");
        assertThat(c.out()).doesNotContain("filled in");
        assertThat(Call.of("ledger", TABLE, "--assumed").out())
                .startsWith(c.out())
                .contains("filled in where a row is empty");
    }

    @Test
    void jsonKeepsItsPromise() {
        Call c =
                Call.of(
                        "ledger",
                        TABLE,
                        "../validation/memory.csv",
                        "../validation/serving.csv",
                        "--format",
                        "json");
        assertThat(c.code()).isZero();
        assertThat(c.err()).isEmpty();
        Schemas.assertValid("ledger.schema.json", c.out());
    }

    @Test
    void textsAreWhatWasEvaluated(@TempDir Path folder) throws Exception {
        Path texts = folder.resolve("texts");
        assertThat(Call.of("ledger", TABLE, "--texts", texts.toString()).code()).isZero();
        List<Path> files;
        try (Stream<Path> all = Files.list(texts)) {
            files = all.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        Path one = files.getFirst();
        Call evaluated = Call.of("evaluate", one.toString(), "--format", "json");
        assertThat(evaluated.out()).contains("\"Work.step_time\"");
    }

    @Test
    void aTableThatCannotBeReadIsSaid(@TempDir Path folder) throws Exception {
        Path table = Files.writeString(folder.resolve("t.csv"), "id,colour\nx,red\n");
        Call c = Call.of("ledger", table.toString());
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.out()).isEmpty();
        assertThat(c.err())
                .isEqualTo(
                        "infra: "
                                + table
                                + ":1:4: no column colour in a table of training, memory or serving\n");
        Call missing = Call.of("ledger", folder.resolve("no.csv").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("no.csv: there is no such file");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Call.of("ledger", TABLE, "--texts", file.resolve("x").toString()).code())
                .isEqualTo(2);
    }
}
