// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The p2 director installs the feature from the built site; the Eclipse then opens a design. */
class InstallTest {
    private static final Path RELENG = Path.of("..").toAbsolutePath().normalize();
    private static final Path SITE = RELENG.resolve("org.araverus.infra.site/target/repository");
    private static final Path BARE =
            RELENG.resolve("org.araverus.infra.eclipse/target/products/bare/linux/gtk/x86_64");
    private static final Path DESIGN =
            RELENG.resolve("../examples/first-rack/broken.infra").normalize();

    /**
     * Longer than an install takes on a busy machine: a workbench that hangs does not hang this.
     */
    private static final long BOUND_MINUTES = 10;

    @Test
    void anEclipseLearnsTheLanguage(@TempDir Path dir) throws Exception {
        Path eclipse = dir.resolve("eclipse");
        copy(BARE, eclipse);
        assertThat(bundles(eclipse)).noneMatch(b -> b.startsWith("org.araverus.infra.dsl"));

        String installed =
                run(
                        dir.resolve("install.txt"),
                        List.of(),
                        eclipse,
                        List.of(
                                "-application",
                                "org.eclipse.equinox.p2.director",
                                "-repository",
                                SITE.toUri().toString(),
                                "-installIU",
                                "org.araverus.infra.feature.feature.group"));
        assertThat(installed).contains("Operation completed");
        assertThat(bundles(eclipse)).anyMatch(b -> b.startsWith("org.araverus.infra.dsl.ui_"));

        Path seen = dir.resolve("seen.txt");
        run(
                dir.resolve("open.txt"),
                List.of(
                        "-Dprobe.file=" + DESIGN,
                        "-Dprobe.seen=" + seen,
                        "-Dprobe.words=rack AirRack draws"),
                eclipse,
                List.of(
                        "-application",
                        "org.eclipse.ui.ide.workbench",
                        "-data",
                        dir.resolve("workspace").toString()));
        assertThat(Files.readAllLines(seen))
                .contains("org.eclipse.ui.genericeditor.GenericEditor broken.infra")
                .anyMatch(line -> line.contains("error rack AirRack draws"));
    }

    private static List<String> bundles(Path eclipse) throws IOException {
        try (Stream<Path> all = Files.list(eclipse.resolve("plugins"))) {
            return all.map(p -> p.getFileName().toString()).toList();
        }
    }

    private static String run(
            Path output, List<String> properties, Path eclipse, List<String> arguments)
            throws Exception {
        String launcher =
                bundles(eclipse).stream()
                        .filter(b -> b.startsWith("org.eclipse.equinox.launcher_"))
                        .findFirst()
                        .orElseThrow();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(properties);
        command.addAll(List.of("-jar", eclipse.resolve("plugins").resolve(launcher).toString()));
        command.addAll(List.of("-nosplash", "-consoleLog"));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(BOUND_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(output);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path p : all.toList()) {
                Path target = to.resolve(from.relativize(p));
                if (Files.isDirectory(p)) Files.createDirectories(target);
                else Files.copy(p, target);
            }
        }
    }
}
