// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.finding.RuleSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules in a jar that the project file names. */
class RuleJarTest {
    private static final String RULE =
            """
            package house;

            import org.araverus.infra.engine.design.*;
            import org.araverus.infra.engine.finding.*;

            @Rule(summary = "A rack stays below 30 kW here", severity = Severity.WARNING,
                    layer = Layer.POWER, since = "0.1")
            public final class HouseRackLimit extends DesignRule<Rack> {
                public HouseRackLimit() {
                    super(Rack.class);
                }

                @Override
                public void check(Rack rack, Design design, Findings findings) {
                    if (rack.power().budget().si() > 30_000)
                        findings.report(this, rack.power().budget().origin(), "too much for us");
                }
            }
            """;
    private static final String SOURCE =
            """
            package house;

            import java.util.List;
            import org.araverus.infra.engine.finding.*;

            public final class House implements RuleSource {
                @Override
                public List<InfraRule> rules() {
                    return List.of(new HouseRackLimit());
                }
            }
            """;

    @TempDir Path folder;

    @BeforeEach
    void aRack() throws IOException {
        Files.writeString(
                folder.resolve("a.infra"), "package a\nrack R { power { budget: 40 kW } }\n");
    }

    @Test
    void speaksLikeAnyOther() throws IOException {
        jar("house.jar", RULE);
        project("rules: [\"house.jar\"]");
        assertThat(said()).containsExactly("a.infra:2 WARNING house-rack-limit too much for us");
        project("rules: [\"house.jar\"]\n  severity { \"house-rack-limit\": off }");
        assertThat(said()).isEmpty();
    }

    @Test
    void aFailingRuleIsAFindingAndTheOthersSpeak() throws IOException {
        jar("house.jar", RULE.replace("\"too much for us\"", "\"\".substring(3)"));
        project("rules: [\"house.jar\"]");
        assertThat(said())
                .hasSize(1)
                .allMatch(
                        s ->
                                s.startsWith(
                                        "project.infra:2 ERROR rule-failed rule house-rack-limit fails:"));
    }

    /** A build tool has a loader of jars for the built-in rules too; one that fails is a defect. */
    @Test
    void aLoaderOfOthersIsNoRuleJar() throws Exception {
        jar("house.jar", RULE);
        jar("own.jar", RULE.replace("\"too much for us\"", "\"\".substring(3)"));
        project("rules: [\"house.jar\"]");
        URL own = folder.resolve("own.jar").toUri().toURL();
        try (var loader = new URLClassLoader(new URL[] {own}, RuleSource.class.getClassLoader())) {
            RuleSource source = ServiceLoader.load(RuleSource.class, loader).iterator().next();
            Workspace workspace = Workspace.open(List.of(folder)).with(source);
            assertThat(workspace.rulesOfJars().values())
                    .containsExactly(folder.resolve("house.jar"));
            assertThatThrownBy(workspace::check)
                    .isInstanceOf(StringIndexOutOfBoundsException.class);
        }
    }

    @Test
    void aJarThatGivesNoneSaysWhy() throws IOException {
        project("rules: [\"gone.jar\"]");
        assertThat(said())
                .singleElement()
                .asString()
                .contains("ERROR rule-jar-unreadable there is no jar");
        Files.writeString(folder.resolve("text.jar"), "no zip");
        project("rules: [\"text.jar\"]");
        assertThat(said()).singleElement().asString().endsWith("text.jar is no jar");
        jar("taken.jar", RULE.replace("HouseRackLimit", "RackPowerOverBudget"));
        project("rules: [\"taken.jar\"]");
        assertThat(said())
                .singleElement()
                .asString()
                .endsWith("has a rule rack-power-over-budget; that id is taken");
    }

    private void project(String members) throws IOException {
        Files.writeString(
                folder.resolve("project.infra"), "project P {\n  %s\n}\n".formatted(members));
    }

    private List<String> said() {
        return Workspace.open(List.of(folder)).check().stream()
                .map(
                        d ->
                                "%s:%d %s %s %s"
                                        .formatted(
                                                folder.relativize(Path.of(d.place().file())),
                                                d.place().line(),
                                                d.severity(),
                                                d.code(),
                                                d.message()))
                .toList();
    }

    /** Compiles the rule under its class's name, with a source that offers it. */
    private void jar(String name, String rule) throws IOException {
        String type = rule.replaceAll("(?s).*public final class (\\w+).*", "$1");
        Path classes = Files.createTempDirectory(folder, "house");
        Path a = Files.writeString(classes.resolve(type + ".java"), rule);
        Path b =
                Files.writeString(
                        classes.resolve("House.java"), SOURCE.replace("HouseRackLimit", type));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                said,
                                said,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                a.toString(),
                                b.toString());
        assertThat(failed).as(said.toString()).isZero();
        try (JarOutputStream out =
                new JarOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            entry(
                    out,
                    "META-INF/services/org.araverus.infra.engine.finding.RuleSource",
                    "house.House");
            for (String c : List.of(type, "House")) {
                String path = "house/" + c + ".class";
                out.putNextEntry(new ZipEntry(path));
                out.write(Files.readAllBytes(classes.resolve(path)));
            }
        }
    }

    private static void entry(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
