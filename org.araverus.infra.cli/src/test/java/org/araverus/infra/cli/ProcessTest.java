// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.EvaluateMain;
import org.araverus.infra.report.render.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command and the engine as processes of their own. */
class ProcessTest {
    @TempDir Path folder;

    private static String home(Class<?> c) {
        try {
            return Path.of(c.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(List<Class<?>> classPath, Class<?> main, String... args)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-XX:TieredStopAtLevel=1");
        line.add("-cp");
        line.add(
                String.join(
                        System.getProperty("path.separator"),
                        classPath.stream().map(ProcessTest::home).toList()));
        line.add(main.getName());
        line.addAll(List.of(args));
        return new ProcessBuilder(line).start();
    }

    private static String read(java.io.InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theEngineAloneSaysTheSameBytes() throws IOException {
        List<Path> designs = Examples.compiled(folder);
        assertThat(designs).isNotEmpty();
        for (Path design : designs) {
            Process p =
                    start(
                            List.of(EvaluateMain.class, JsonFactory.class),
                            EvaluateMain.class,
                            design.toString());
            Call c = Call.of("evaluate", design.toString(), "--format", "json");
            assertThat(read(p.getInputStream())).isEqualTo(c.out());
            assertThat(read(p.getErrorStream())).isEmpty();
            assertThat(p.onExit().join().exitValue()).isEqualTo(c.code());
        }
    }

    @Test
    void theCommandNeedsNoLanguageForACompiledDesign() throws IOException {
        Path design = Examples.compiled(folder).getFirst();
        Process p =
                start(
                        List.of(Main.class, Numbers.class, EvaluateMain.class, JsonFactory.class),
                        Main.class,
                        "evaluate",
                        design.toString());
        assertThat(read(p.getInputStream()))
                .isEqualTo(Call.of("evaluate", design.toString()).out());
        assertThat(read(p.getErrorStream())).isEmpty();
    }

    @Test
    void aReaderThatGoesAwayIsNoDefect() throws IOException {
        Process p =
                start(
                        List.of(Main.class, Numbers.class, EvaluateMain.class, JsonFactory.class),
                        Main.class,
                        "evaluate",
                        Examples.compiled(folder).getFirst().toString(),
                        "--format",
                        "json");
        p.getInputStream().close();
        assertThat(read(p.getErrorStream())).isEmpty();
    }
}
