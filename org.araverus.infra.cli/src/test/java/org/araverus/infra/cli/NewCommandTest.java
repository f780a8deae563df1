// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewCommandTest {
    @TempDir Path folder;

    @Test
    void theStarterChecksCleanAndEvaluates() throws IOException {
        Path lab = folder.resolve("My Lab-2");
        Call c = Call.of("new", lab.toString());
        assertThat(c.code()).isZero();
        assertThat(c.out()).isEmpty();
        try (Stream<Path> files = Files.list(lab)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("project.infra", "design.infra", "README.md");
        }
        Call check = Call.of("check", lab.toString());
        assertThat(check.out()).isEqualTo("no findings in " + lab + "\n");
        assertThat(check.code()).isZero();
        assertThat(Call.of("fmt", "--check", lab.toString())).isEqualTo(new Call(0, "", ""));
        Call evaluate = Call.of("evaluate", lab.toString());
        assertThat(evaluate.code()).isZero();
        assertThat(evaluate.out()).startsWith("Baseline   FineTune on Lab").contains("met   ");
        for (String file : new String[] {"project.infra", "design.infra", "README.md"})
            assertThat(Files.readString(lab.resolve(file))).doesNotContainPattern("@[a-z]+@");
    }

    @Test
    void whatIsThereIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
        Call c = Call.of("new", folder.toString());
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.err()).startsWith("infra: " + folder + " is not empty;");
        assertThat(Call.of("new", file.toString()).err()).contains("is a file");
        assertThat(Files.readString(file)).isEqualTo("mine");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        assertThat(Call.of("new", folder.toString()).code()).isZero();
        assertThat(folder.resolve("design.infra")).exists();
    }

    @ParameterizedTest
    @CsvSource({"lab, lab", "My Lab-2, my_lab_2", "4x, design_4x", "---, design", "a/b.c, b_c"})
    void thePackageIsTheFoldersName(String path, String name) {
        assertThat(NewCommand.packageOf(Path.of(path))).isEqualTo(name);
    }
}
