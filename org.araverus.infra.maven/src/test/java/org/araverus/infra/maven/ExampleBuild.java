// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Builds of {@code examples/maven-design}, by the lines of its own page, without the network. The
 * plugin and what it stands on are staged in a repository of this test; all else comes from the one
 * that this build uses.
 */
class ExampleBuild {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path EXAMPLE = ROOT.resolve("examples/maven-design");
    private static final Path PAGE = EXAMPLE.resolve("README.md");
    private static final Path STAGED = Path.of("target/local-repo").toAbsolutePath();
    private static final String VERSION = System.getProperty("plugin.version");
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^<!-- build (.*?) -->\\R```text\\R(.*?)^```\\R<!-- end -->$");

    private record Built(int code, String log) {}

    @BeforeAll
    static void stage() throws IOException {
        stage("org.araverus.infra.parent", ROOT.resolve("pom.xml"), "pom");
        for (String module : List.of("engine", "dsl", "report", "maven")) {
            Path folder = ROOT.resolve("org.araverus.infra." + module);
            String id = module.equals("maven") ? "infra-maven-plugin" : "" + folder.getFileName();
            stage(id, folder.resolve("pom.xml"), "pom");
            stage(id, folder.resolve("target/" + id + "-" + VERSION + ".jar"), "jar");
        }
    }

    private static void stage(String id, Path file, String type) throws IOException {
        Path folder = STAGED.resolve("org/araverus/infra/" + id + "/" + VERSION);
        Files.createDirectories(folder);
        Path to = folder.resolve(id + "-" + VERSION + "." + type);
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Built run(Path folder, Map<String, String> environment, String... command)
            throws IOException {
        ProcessBuilder b = new ProcessBuilder(command).directory(folder.toFile());
        b.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(nothing()));
        b.environment().remove("MAVEN_OPTS");
        b.environment()
                .put(
                        "MAVEN_ARGS",
                        "-o -B -ntp -Dstyle.color=never -Dmaven.repo.local=%s -Dmaven.repo.local.tail=%s"
                                .formatted(STAGED, System.getProperty("local.repository")));
        b.environment().putAll(environment);
        Process p = b.start();
        String log = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Built(p.onExit().join().exitValue(), log);
    }

    private static java.io.File nothing() {
        return new java.io.File("/dev/null");
    }

    private static String maven() {
        return Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
    }

    private static Map<String, String> java() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }

    /** The page's lines do what the page says. */
    @Test
    void thePageIsTrue() throws IOException {
        String page = Files.readString(PAGE);
        Matcher m = BLOCK.matcher(page);
        StringBuilder now = new StringBuilder();
        List<Integer> codes = new ArrayList<>();
        while (m.find()) {
            Built built = run(EXAMPLE, java(), "sh", "-c", m.group(1));
            codes.add(built.code());
            String block =
                    "<!-- build %s -->\n```text\n%s```\n<!-- end -->"
                            .formatted(m.group(1), told(built.log()));
            m.appendReplacement(now, Matcher.quoteReplacement(block));
        }
        m.appendTail(now);
        if ("write".equals(System.getProperty("goldens"))) Files.writeString(PAGE, now.toString());
        assertThat(now.toString()).isEqualTo(Files.readString(PAGE));
        assertThat(codes).containsExactly(0, 1);
    }

    /** What our goals say, and how it ends. */
    private static String told(String log) {
        StringBuilder out = new StringBuilder();
        boolean ours = false;
        for (String line : log.split("\\R")) {
            if (line.startsWith("[INFO] --- ")) ours = line.startsWith("[INFO] --- infra:");
            if (line.matches("\\[INFO\\] -{20,}")) ours = false;
            boolean end = line.matches("\\[INFO\\] BUILD (SUCCESS|FAILURE)");
            boolean why = line.startsWith("[ERROR] Failed to execute goal");
            if ((ours && !line.equals("[INFO] ")) || end || why) out.append(line).append('\n');
        }
        return out.toString().replace(ROOT + "/", "").replaceAll("(?m) +$", "");
    }

    /** The same texts in another folder, built from elsewhere, give the same bytes. */
    @Test
    void resultsAreTheSameBytesAnywhere() throws IOException {
        Path copy = Path.of("target/elsewhere/copy").toAbsolutePath();
        for (String file : List.of("pom.xml", "src/main/infra/lab.infra")) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(
                    EXAMPLE.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Built here = run(EXAMPLE, java(), maven(), "verify");
        Built there =
                run(
                        copy.getParent(),
                        java(),
                        maven(),
                        "-f",
                        "" + copy.resolve("pom.xml"),
                        "verify");
        assertThat(here.log()).contains("BUILD SUCCESS");
        assertThat(there.log()).contains("BUILD SUCCESS");
        Map<String, String> results = results(EXAMPLE);
        assertThat(results).isNotEmpty().isEqualTo(results(copy));
        assertThat(results.keySet())
                .contains(
                        "examples.maven_design.Nightly.design.json",
                        "examples.maven_design.Nightly.evaluation.json",
                        "examples.maven_design.Nightly.evaluation.txt",
                        "findings.json",
                        "findings.sarif",
                        "report.html",
                        "report.json",
                        "report.md");
    }

    private static Map<String, String> results(Path project) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(project.resolve("target/infra"))) {
            for (Path f : files.toList()) all.put("" + f.getFileName(), Files.readString(f));
        }
        return all;
    }

    @Test
    void helpNamesEveryGoal() throws IOException {
        Built built = run(EXAMPLE, java(), maven(), "infra:help");
        assertThat(built.log())
                .contains("infra:check", "infra:compile", "infra:evaluate", "infra:report")
                .contains("BUILD SUCCESS");
    }

    @Test
    void anOldJavaIsToldInOneSentence() throws IOException {
        Optional<Path> old = oldJava();
        assumeTrue(old.isPresent(), "no Java before 21 on this machine");
        Built built =
                run(EXAMPLE, Map.of("JAVA_HOME", old.orElseThrow().toString()), maven(), "verify");
        assertThat(built.code()).isEqualTo(1);
        List<String> errors =
                built.log().lines().filter(l -> l.startsWith("[ERROR] Failed")).toList();
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst())
                .contains(
                        ": infra-maven-plugin needs Java 21 or newer; this build runs on Java "
                                + level(old.orElseThrow())
                                + " -> ");
    }

    private static Optional<Path> oldJava() throws IOException {
        Path homes = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(homes)) return Optional.empty();
        try (Stream<Path> all = Files.list(homes)) {
            return all.filter(h -> Files.isExecutable(h.resolve("bin/java")))
                    .filter(h -> level(h) >= 8 && level(h) < 21)
                    .sorted()
                    .findFirst();
        }
    }

    private static int level(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(l -> l.startsWith("JAVA_VERSION="))
                    .map(l -> l.replaceAll("\\D*(?:1\\.)?(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
