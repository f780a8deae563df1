// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.finding.RuleSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules in a jar that the project file names. */
class RuleJarTest {
    @TempDir Path folder;

    @BeforeEach
    void aRack() throws IOException {
        Files.writeString(
                folder.resolve("a.infra"), "package a\nrack R { power { budget: 40 kW } }\n");
    }

    @Test
    void speaksLikeAnyOther() throws IOException {
        jar("house.jar", HouseJar.RULE);
        project("rules: [\"house.jar\"]");
        assertThat(said()).containsExactly("a.infra:2 WARNING house-rack-limit too much for us");
        project("rules: [\"house.jar\"]\n  severity { \"house-rack-limit\": off }");
        assertThat(said()).isEmpty();
    }

    @Test
    void aFailingRuleIsAFindingAndTheOthersSpeak() throws IOException {
        jar("house.jar", HouseJar.RULE.replace("\"too much for us\"", "\"\".substring(3)"));
        project("rules: [\"house.jar\"]");
        assertThat(said())
                .hasSize(1)
                .allMatch(
                        s ->
                                s.startsWith(
                                        "project.infra:2 ERROR rule-failed rule house-rack-limit fails:"));
    }

    @Test
    void aFailingRuleOverTextsIsAFindingToo() throws IOException {
        String rule =
                HouseJar.RULE
                        .replace("extends DesignRule<Rack>", "extends TextRule")
                        .replace("super(Rack.class);", "")
                        .replaceAll("(?s)@Override.*", "")
                        .replace(
                                "import org.araverus.infra.engine.design.*;",
                                "import org.araverus.infra.dsl.validation.*;");
        String check =
                """
                @Override
                    public void check(org.araverus.infra.dsl.infra.InfraFile f, TextFindings all) {
                        throw new IllegalStateException("nothing works here");
                    }
                }
                """;
        jar("house.jar", rule + check);
        project("rules: [\"house.jar\"]");
        assertThat(said())
                .containsExactly(
                        "project.infra:2 ERROR rule-failed rule house-rack-limit fails:"
                                + " IllegalStateException, nothing works here");
    }

    /** A build tool has a loader of jars for the built-in rules too; one that fails is a defect. */
    @Test
    void aLoaderOfOthersIsNoRuleJar() throws Exception {
        jar("house.jar", HouseJar.RULE);
        jar("own.jar", HouseJar.RULE.replace("\"too much for us\"", "\"\".substring(3)"));
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
        jar("taken.jar", HouseJar.RULE.replace("HouseRackLimit", "RackPowerOverBudget"));
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

    private void jar(String name, String rule) throws IOException {
        HouseJar.write(folder, name, rule);
    }
}
