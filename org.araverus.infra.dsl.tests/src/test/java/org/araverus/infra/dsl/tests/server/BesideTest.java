// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.dsl.tests.workspace.HouseJar;
import org.araverus.infra.dsl.workspace.Workspace;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project names beside texts counts in editors: baselines, and jars of rules if trusted. */
class BesideTest {
    private static final String RACK = "package a\nrack R { power { budget: 40 kW } }\n";
    private static final String OVER =
            "package a\nnode N { power { max: 12 kW } }\n"
                    + "rack R { nodes: 4 x N   power { budget: 44 kW } }\n";
    private static final String HOUSE = "2 house-rack-limit";
    private static final String FAILING =
            HouseJar.RULE.replace("\"too much for us\"", "\"\".substring(3)");

    @TempDir Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void project(String members) throws IOException {
        write("project.infra", "project P {\n  %s\n}\n".formatted(members));
    }

    /** Of a client that trusts its folder and watches files. */
    private InitializeParams trusting() {
        InitializeParams init = Client.initialization(folder);
        JsonObject options = new JsonObject();
        options.addProperty("ruleJars", true);
        init.setInitializationOptions(options);
        init.getCapabilities()
                .getWorkspace()
                .setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        return init;
    }

    private static void changed(Client editor, String name) {
        editor.server()
                .getWorkspaceService()
                .didChangeWatchedFiles(
                        new DidChangeWatchedFilesParams(
                                List.of(new FileEvent(editor.uri(name), FileChangeType.Changed))));
    }

    @Test
    void aBaselineAcceptsWhatItLists() throws IOException {
        write("a.infra", OVER);
        project("baseline: \"known.txt\"");
        Workspace command = Workspace.open(List.of(folder));
        try (Client editor = new Client(folder, trusting())) {
            assertThat(editor.findings("a.infra")).containsExactly("3 rack-power-over-budget");
            assertThat(editor.findings("project.infra")).containsExactly("2 baseline-unreadable");
            assertThat(editor.registered().toString())
                    .contains(folder.resolve("known.txt").toString().replace('\\', '/'));
            Path known = folder.resolve("known.txt");
            Files.writeString(known, command.baselineText(known));
            changed(editor, "known.txt");
            assertThat(editor.findings("a.infra")).isEmpty();
            assertThat(editor.findings("project.infra")).isEmpty();
            // other numbers are another finding
            editor.open("a.infra", OVER.replace("44 kW", "43 kW"));
            assertThat(editor.findings("a.infra")).containsExactly("3 rack-power-over-budget");
            editor.type("a.infra", OVER);
            assertThat(editor.findings("a.infra")).isEmpty();
            assertThat(editor.unregistered()).isEmpty();
            editor.open("project.infra", "project P {\n  baseline: \"other.txt\"\n}\n");
            assertThat(editor.findings("a.infra")).containsExactly("3 rack-power-over-budget");
            assertThat(editor.unregistered()).containsExactly("infra-beside");
            assertThat(editor.registered().getLast().toString()).contains("other.txt");
            editor.type("project.infra", "project P { }\n");
            assertThat(editor.findings("a.infra")).containsExactly("3 rack-power-over-budget");
        }
    }

    @Test
    void rulesOfAJarSpeakWhereTheClientTrustsTheFolder() throws IOException {
        HouseJar.write(folder, "house.jar", HouseJar.RULE);
        write("a.infra", RACK);
        project("rules: [\"house.jar\"]   severity { \"house-rack-limit\": danger }");
        try (Client editor = new Client(folder, trusting())) {
            assertThat(editor.findings("a.infra")).containsExactly(HOUSE);
            assertThat(editor.findings("project.infra")).isEmpty();
            editor.open("a.infra", RACK.replace("40 kW", "30 kW"));
            assertThat(editor.findings("a.infra")).isEmpty();
        }
        try (Client editor = new Client(folder)) {
            assertThat(editor.findings("a.infra")).isEmpty();
            // whether there is such a rule is not known here
            assertThat(editor.findings("project.infra")).isEmpty();
        }
    }

    @Test
    void aJarIsReadAgainWhenItHasChanged() throws IOException {
        HouseJar.write(folder, "house.jar", HouseJar.RULE);
        write("a.infra", RACK);
        project("rules: [\"house.jar\"]");
        try (Client editor = new Client(folder, trusting())) {
            assertThat(editor.findings("a.infra")).containsExactly(HOUSE);
            HouseJar.write(folder, "house.jar", HouseJar.RULE.replace("30_000", "1_030_000"));
            changed(editor, "house.jar");
            assertThat(editor.findings("a.infra")).isEmpty();
            HouseJar.write(folder, "house.jar", FAILING);
            changed(editor, "house.jar");
            assertThat(editor.findings("a.infra")).containsExactly("1 rule-failed");
            editor.open("a.infra", RACK + "\n");
            assertThat(editor.findings("a.infra")).containsExactly("1 rule-failed");
            Files.delete(folder.resolve("house.jar"));
            changed(editor, "house.jar");
            assertThat(editor.findings("a.infra")).isEmpty();
            assertThat(editor.findings("project.infra")).containsExactly("2 rule-jar-unreadable");
        }
    }

    /** Projects in one folder of an editor each hold for their own files. */
    @Test
    void theNearestProjectHolds() throws IOException {
        for (String name : List.of("one", "two")) {
            Files.createDirectory(folder.resolve(name));
            write(name + "/a.infra", OVER.replace("package a", "package " + name));
        }
        write("one/project.infra", "project One { }\n");
        write(
                "two/project.infra",
                "project Two { severity { \"rack-power-over-budget\": off } }\n");
        try (Client editor = new Client(folder)) {
            assertThat(editor.findings("one/a.infra")).containsExactly("3 rack-power-over-budget");
            assertThat(editor.findings("two/a.infra")).isEmpty();
        }
    }
}
