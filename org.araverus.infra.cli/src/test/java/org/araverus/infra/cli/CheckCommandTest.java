// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.araverus.infra.report.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String WARM =
            """
            package lab

            import araverus.nvidia.*

            %s
            rack Warm {
              nodes: 4 x DGX_H100
              power { budget: 34 kW }
            }
            """;

    @TempDir Path folder;
    private String file;

    @BeforeEach
    void write() throws IOException {
        file = write("warm.infra", WARM.formatted(""));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString().replace('\\', '/');
    }

    private static Call on(boolean terminal, Map<String, String> variables, String... args) {
        return Call.in(new Environment(variables, terminal, terminal), args);
    }

    @Test
    void anErrorStandsAtItsValue() {
        Call c = Call.of("check", file);
        assertThat(c.code()).isEqualTo(1);
        assertThat(c.err()).isEmpty();
        assertThat(c.out())
                .startsWith("error[rack-power-over-budget] rack Warm draws 40.8 kW, 6.8 kW above")
                .contains("   --> " + file + ":8:19\n")
                .contains(" 8 |   power { budget: 34 kW }\n   |                   ^^^^^\n")
                .contains("   = 4 x DGX_H100 at 10.2 kW = 40.8 kW    araverus/nvidia/")
                .contains("   fix: budget: 41 kW")
                .endsWith("1 error in warm.infra     infra explain RULE-ID tells more\n");
    }

    @Test
    void eachFormatHasTheSameFinding() {
        for (String format : new String[] {"json", "sarif", "github"}) {
            Call c = Call.of("check", file, "--format", format);
            assertThat(c.code()).as(format).isEqualTo(1);
            assertThat(c.out()).contains("rack-power-over-budget", "6.8 kW above");
            assertThat(c.err()).isEmpty();
        }
        Schemas.assertValid("check.schema.json", Call.of("check", file, "--format=json").out());
        Schemas.assertValidSarif(Call.of("check", file, "--format=sarif").out());
        assertThat(Call.of("check", file, "--format=github").out())
                .startsWith("::error file=")
                .contains(",line=8,col=19,endColumn=23,title=rack-power-over-budget::");
        assertThat(Call.of("check", file, "--format=sarif").out())
                .contains("A rack draws more than its power budget.");
    }

    @Test
    void coloursFollowTerminalOptionAndVariable() {
        String plain = Call.of("check", file).out();
        Map<String, String> none = Map.of();
        assertThat(on(true, none, "check", file).out()).contains("\033[1;31merror");
        assertThat(on(true, Map.of("NO_COLOR", "1"), "check", file).out()).isEqualTo(plain);
        assertThat(on(true, none, "check", file, "--color=never").out()).isEqualTo(plain);
        assertThat(on(false, none, "check", file).out()).isEqualTo(plain);
        assertThat(on(false, Map.of("NO_COLOR", "1"), "check", file, "--color", "always").out())
                .contains("\033[1;31merror");
        assertThat(on(true, none, "check", file, "--format", "json").out()).doesNotContain("\033");
    }

    @Test
    void acceptedFindingsAreToldAndDoNotCount() throws IOException {
        String accepted = "@accept(\"rack-power-over-budget\", \"capped in the BMC\")";
        String path = write("accepted.infra", WARM.formatted(accepted));
        Call c = Call.of("check", path);
        assertThat(c.code()).isZero();
        assertThat(c.out())
                .isEqualTo(
                        "no findings in "
                                + path
                                + "\n1 accepted finding is not shown     --accepted lists it\n");
        assertThat(Call.of("check", path, "--accepted").out())
                .startsWith("error[rack-power-over-budget]")
                .contains("   accepted: capped in the BMC\n");
        assertThat(Call.of("check", path, "--format=json").out())
                .contains("\"accepted\" : \"capped in the BMC\"", "\"error\" : 0");
        assertThat(Call.of("check", path, "--format=sarif").out()).contains("\"suppressions\"");
        assertThat(Call.of("check", path, "--format=github").out()).isEmpty();
    }

    @Test
    void aFolderIsItsTexts() throws IOException {
        write("other.infra", WARM.formatted("").replace("Warm", "Other"));
        Call c = Call.of("check", folder.toString());
        assertThat(c.code()).isEqualTo(1);
        assertThat(c.out()).contains("rack Warm", "rack Other", "2 errors in 2 files");
    }
}
