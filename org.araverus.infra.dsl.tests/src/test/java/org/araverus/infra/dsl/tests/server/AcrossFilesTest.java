// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit is heard in all files that reach it: C knows B, B knows A, C does not know A. */
class AcrossFilesTest {
    private static final String A = "package a\n\nnode Box { power { max: 10 kW } }\n";
    private static final String B =
            "package b\n\nimport a.*\n\n"
                    + "rack Row {\n  nodes: 4 x Box\n  power { budget: 41 kW }\n}\n";
    private static final String C =
            "package c\n\nimport b.*\n\nrack Mine extends Row { power { budget: 45 kW } }\n";
    private static final String OVER = " rack-power-over-budget";

    @TempDir Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Editor designs() throws IOException {
        write("a.infra", A);
        write("b.infra", B);
        write("c.infra", C);
        Editor editor = new Editor(folder);
        editor.open("a.infra");
        editor.open("c.infra");
        assertThat(editor.findings("b.infra")).isEmpty();
        assertThat(editor.findings("c.infra")).isEmpty();
        return editor;
    }

    @Test
    void aNumberIsHeardTwoFilesOn() throws IOException {
        try (Editor editor = designs()) {
            editor.type("a.infra", A.replace("10 kW", "11 kW"));
            assertThat(editor.findings("b.infra")).containsExactly("7" + OVER);
            assertThat(editor.findings("c.infra")).isEmpty();
            editor.type("a.infra", A.replace("10 kW", "12 kW"));
            assertThat(editor.findings("b.infra")).containsExactly("7" + OVER);
            assertThat(editor.findings("c.infra")).containsExactly("5" + OVER);
            editor.type("a.infra", A);
            assertThat(editor.findings("b.infra")).isEmpty();
            assertThat(editor.findings("c.infra")).isEmpty();
            assertThat(editor.end()).isEqualTo("0");
        }
    }

    @Test
    void anImportIsHeardTwoFilesOn() throws IOException {
        write("other.infra", "package other\n\nnode Small { power { max: 12 kW } }\n");
        write("small.infra", "package small\n\nnode Small { power { max: 10 kW } }\n");
        String base = "package a\n\nimport small.*\n\nnode Box extends Small { }\n";
        write("a.infra", base);
        write("b.infra", B);
        write("c.infra", C);
        try (Editor editor = new Editor(folder)) {
            editor.open("a.infra");
            assertThat(editor.findings("c.infra")).isEmpty();
            editor.type("a.infra", base.replace("small.*", "other.*"));
            assertThat(editor.findings("b.infra")).containsExactly("7" + OVER);
            assertThat(editor.findings("c.infra")).containsExactly("5" + OVER);
            editor.type("a.infra", base);
            assertThat(editor.findings("c.infra")).isEmpty();
        }
    }

    @Test
    void aNameThatGoesAndComesBack() throws IOException {
        try (Editor editor = designs()) {
            editor.type("a.infra", A.replace("Box", "Crate"));
            assertThat(editor.findings("b.infra")).isNotEmpty();
            editor.type("a.infra", A.replace("10 kW", "12 kW"));
            assertThat(editor.findings("c.infra")).containsExactly("5" + OVER);
            editor.type("a.infra", A);
            assertThat(editor.findings("b.infra")).isEmpty();
            assertThat(editor.findings("c.infra")).isEmpty();
        }
    }

    @Test
    void filesThatKnowEachOther() throws IOException {
        write("a.infra", A.replace("package a\n", "package a\n\nimport c.*\n"));
        write("b.infra", B);
        write("c.infra", C + "\nimport a.*\n");
        try (Editor editor = new Editor(folder)) {
            editor.open("b.infra");
            editor.type("b.infra", B.replace("4 x Box", "5 x Box"));
            assertThat(editor.findings("c.infra")).contains("5" + OVER);
            editor.type("b.infra", B);
            assertThat(editor.findings("c.infra")).doesNotContain("5" + OVER);
        }
    }

    @Test
    void severitiesOfTheProjectAreHeardEverywhere() throws IOException {
        String project = "project P { severity { \"rack-power-over-budget\": off } }\n";
        write("project.infra", "project P { }\n");
        write("a.infra", A.replace("10 kW", "12 kW"));
        write("b.infra", B);
        write("c.infra", C);
        try (Editor editor = new Editor(folder)) {
            editor.open("project.infra");
            assertThat(editor.findings("c.infra")).containsExactly("5" + OVER);
            editor.type("project.infra", project);
            assertThat(editor.findings("b.infra")).isEmpty();
            assertThat(editor.findings("c.infra")).isEmpty();
            editor.type("project.infra", "project P { }\n");
            assertThat(editor.findings("c.infra")).containsExactly("5" + OVER);
        }
    }

    @Test
    void aClientWithoutAFolderHasTheFilesThatItOpens() throws IOException {
        String alone = B.replace("import a.*\n\n", A.substring(A.indexOf("node")));
        write("b.infra", alone);
        write("other.infra", B);
        try (Editor editor = new Editor(folder, false)) {
            editor.open("b.infra");
            assertThat(editor.findings("b.infra")).isEmpty();
            editor.type("b.infra", alone.replace("10 kW", "12 kW"));
            assertThat(editor.findings("b.infra")).containsExactly("6" + OVER);
            assertThat(editor.findings("other.infra")).isEmpty();
            assertThat(editor.end()).isEqualTo("0");
        }
    }
}
