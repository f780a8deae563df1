// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.araverus.infra.dsl.ide.pages.LanguageMessages;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.araverus.infra.engine.finding.RuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    private static final Path LANGUAGE =
            Path.of("..", "org.araverus.infra.dsl", "src", "main", "java");

    /** Names in quotes that a text is never told: of threads, of suppressed warnings. */
    private static final Set<String> NO_MESSAGES =
            Set.of("this-escape", "infra-deep", "infra-text", "infra-library");

    @Test
    void everyPageIsShown() {
        assertThat(RulePages.ids()).contains("rack-power-over-budget").doesNotContain("README");
        for (String id : RulePages.ids()) {
            Call c = Call.of("explain", id);
            assertThat(c.code()).isZero();
            assertThat(c.out()).startsWith(id + "\n").doesNotContain("```", "|---");
            assertThat(RulePages.summary(id)).as(id).isNotBlank();
        }
    }

    @Test
    void whatTheLanguageSaysIsExplainedToo() {
        assertThat(LanguageMessages.ids())
                .contains("missing-value", "unknown-name", "unit-mismatch")
                .isSorted()
                .doesNotContainAnyElementsOf(RulePages.ids());
        for (String id : LanguageMessages.ids()) {
            Call c = Call.of("explain", id);
            assertThat(c.code()).isZero();
            assertThat(c.out()).startsWith(id + "\n");
            assertThat(c.out().lines().count()).isGreaterThan(2);
        }
        assertThat(Call.of("explain", "missing-valu").err()).contains("did you mean missing-value");
    }

    /** What a text may be told has a page, and the page tells of nothing else. */
    @Test
    void messagesAreThoseOfTheLanguage() throws IOException {
        Pattern code = Pattern.compile("\"([a-z]+(?:-[a-z]+)+|misplaced)\"");
        Set<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.walk(LANGUAGE)) {
            for (Path f : files.filter(p -> p.toString().endsWith(".java")).toList())
                code.matcher(Files.readString(f)).results().forEach(m -> written.add(m.group(1)));
        }
        written.removeAll(RulePages.ids());
        written.removeAll(NO_MESSAGES);
        assertThat(LanguageMessages.ids()).containsExactlyElementsOf(written);
    }

    @Test
    void withoutAnIdAllAreListed() {
        Call c = Call.of("explain");
        assertThat(c.code()).isZero();
        assertThat(c.out().lines()).hasSameSizeAs(RulePages.ids());
        assertThat(c.out()).doesNotContain("null");
    }

    @Test
    void aSlipIsForgiven() {
        Call c = Call.of("explain", "rack-power-over-budge");
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.err())
                .isEqualTo(
                        "infra: no rule rack-power-over-budge;"
                                + " did you mean rack-power-over-budget?\n");
        assertThat(Call.of("explain", "../build").code()).isEqualTo(2);
    }

    private static final String RULE =
            """
            import java.util.List;
            import org.araverus.infra.engine.design.*;
            import org.araverus.infra.engine.finding.*;

            @Rule(summary = "A rack stays below 30 kW here", severity = Severity.WARNING,
                    layer = Layer.POWER, since = "0.1")
            public final class HouseRackLimit extends DesignRule<Rack> {
                public HouseRackLimit() {
                    super(Rack.class);
                }

                @Override
                public void check(Rack rack, Design design, Findings findings) {}

                public static final class House implements RuleSource {
                    @Override
                    public List<InfraRule> rules() {
                        return List.of(new HouseRackLimit());
                    }
                }
            }
            """;

    @TempDir Path folder;

    /** A jar that offers the rule, named by a project file beside it. */
    private void project() throws IOException {
        project("");
    }

    /** The same with a page for the rule, if it is not empty. */
    private void project(String page) throws IOException {
        Path java = Files.writeString(folder.resolve("HouseRackLimit.java"), RULE);
        String known = System.getProperty("java.class.path");
        String[] line = {"-proc:none", "-cp", known, "-d", folder.toString(), java.toString()};
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, line)).isZero();
        try (JarOutputStream out =
                new JarOutputStream(Files.newOutputStream(folder.resolve("house.jar")))) {
            out.putNextEntry(new ZipEntry("META-INF/services/" + RuleSource.class.getName()));
            out.write("HouseRackLimit$House".getBytes(StandardCharsets.UTF_8));
            for (String c : List.of("HouseRackLimit.class", "HouseRackLimit$House.class")) {
                out.putNextEntry(new ZipEntry(c));
                out.write(Files.readAllBytes(folder.resolve(c)));
            }
            if (!page.isEmpty()) {
                out.putNextEntry(new ZipEntry("rules/house-rack-limit.md"));
                out.write(page.getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.writeString(
                folder.resolve("project.infra"), "project P {\n  rules: [\"house.jar\"]\n}\n");
    }

    @Test
    void aRuleOfAJarIsToldByItsAnnotation() throws IOException {
        project();
        Call c = Call.of("explain", folder.toString(), "house-rack-limit");
        assertThat(c.out())
                .isEqualTo(
                        """
                        house-rack-limit

                        A rack stays below 30 kW here.

                        layer   severity   since   jar
                        power   warning    0.1     %s

                        Its jar has no page for it.
                        """
                                .formatted(folder.resolve("house.jar")));
        assertThat(c.code()).isZero();
        assertThat(Call.of("explain", folder.toString(), "house-rack-limits").err())
                .contains("did you mean house-rack-limit?");
    }

    @Test
    void aJarMayBringAPageForItsRule() throws IOException {
        project("# house-rack-limit\n\nOur hall has cables for 30 kW.\n");
        Call c = Call.of("explain", folder.toString(), "house-rack-limit");
        assertThat(c.out()).isEqualTo("house-rack-limit\n\nOur hall has cables for 30 kW.\n");
        assertThat(c.code()).isZero();
    }

    @Test
    void rulesOfTheProjectHereAreKnown() throws IOException {
        project();
        Path inside = Files.createDirectory(folder.resolve("inside"));
        assertThat(in(inside, "explain", "house-rack-limit")).startsWith("house-rack-limit\n");
        assertThat(in(inside, "explain").lines())
                .hasSize(RulePages.ids().size() + 1)
                .anyMatch(l -> l.matches("house-rack-limit +A rack stays below 30 kW here"));
    }

    /** What the command prints in a folder. */
    private static String in(Path folder, String... args) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.add(Main.class.getName());
        line.addAll(List.of(args));
        Process p = new ProcessBuilder(line).directory(folder.toFile()).start();
        return new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
