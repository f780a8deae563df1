// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefectTest {
    @Test
    void aDefectIsOneLineAndAReport() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> args = List.of("check", "x.infra");
        int code = Defect.report(new StackOverflowError(), args, new PrintStream(said));
        String line = said.toString();
        assertThat(code).isEqualTo(70);
        assertThat(line).startsWith("infra: a defect of this program (StackOverflowError)");
        assertThat(line.lines()).hasSize(1);
        Path report = Path.of(line.strip().replaceFirst(".* is in ", ""));
        assertThat(Files.readString(report))
                .contains("infra ")
                .contains("check x.infra")
                .contains("\tat " + DefectTest.class.getName());
        Files.delete(report);
    }
}
