// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change outside the editor, folders that come and go, files that are no texts. */
class WatchingTest {
    private static final String PART = "package a\n\nnode Box { power { max: 10 kW } }\n";
    private static final String RACK =
            "package b\n\nimport a.*\n\nrack R { nodes: 4 x Box   power { budget: 44 kW } }\n";
    private static final String OVER = "5 rack-power-over-budget";
    private static final String UNKNOWN = "5 unknown-name";

    @TempDir Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void tell(Client editor, FileChangeType type, String... names) {
        List<FileEvent> all = new ArrayList<>();
        for (String n : names) all.add(new FileEvent(editor.uri(n), type));
        editor.server()
                .getWorkspaceService()
                .didChangeWatchedFiles(new DidChangeWatchedFilesParams(all));
    }

    @Test
    void asksAnEditorThatCanToWatch() {
        InitializeParams init = Client.initialization(folder);
        init.getCapabilities()
                .getWorkspace()
                .setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        try (Client editor = new Client(folder, init)) {
            editor.idle();
            assertThat(editor.registered().toString())
                    .contains("workspace/didChangeWatchedFiles", "**/*.infra");
        }
        try (Client editor = new Client(folder)) {
            editor.idle();
            assertThat(editor.registered()).isEmpty();
        }
    }

    @Test
    void hearsOfFilesThatComeChangeAndGo() throws IOException {
        write("b.infra", RACK);
        try (Client editor = new Client(folder)) {
            assertThat(editor.findings("b.infra")).contains(UNKNOWN);
            write("a.infra", PART);
            tell(editor, FileChangeType.Created, "a.infra");
            assertThat(editor.findings("b.infra")).isEmpty();
            write("a.infra", PART.replace("10 kW", "12 kW"));
            tell(editor, FileChangeType.Changed, "a.infra");
            assertThat(editor.findings("b.infra")).containsExactly(OVER);
            Files.move(folder.resolve("a.infra"), folder.resolve("c.infra"));
            tell(editor, FileChangeType.Deleted, "a.infra");
            assertThat(editor.findings("b.infra")).contains(UNKNOWN);
            tell(editor, FileChangeType.Created, "c.infra");
            assertThat(editor.findings("b.infra")).containsExactly(OVER);
            Files.delete(folder.resolve("b.infra"));
            tell(editor, FileChangeType.Deleted, "b.infra");
            assertThat(editor.findings("b.infra")).isEmpty();
        }
    }

    @Test
    void aFolderThatGoesTakesItsFilesAlong() throws IOException {
        write("parts/a.infra", PART.replace("10 kW", "12 kW"));
        write("b.infra", RACK);
        try (Client editor = new Client(folder)) {
            assertThat(editor.findings("b.infra")).containsExactly(OVER);
            Files.delete(folder.resolve("parts/a.infra"));
            Files.delete(folder.resolve("parts"));
            tell(editor, FileChangeType.Deleted, "parts");
            assertThat(editor.findings("b.infra")).contains(UNKNOWN);
            write("other/a.infra", PART);
            tell(editor, FileChangeType.Created, "other");
            assertThat(editor.findings("b.infra")).isEmpty();
        }
    }

    /** The disk is not asked while the editor holds the text; after it, it is. */
    @Test
    void anOpenFileIsTheEditors() throws IOException {
        write("a.infra", PART);
        write("b.infra", RACK);
        try (Client editor = new Client(folder)) {
            editor.open("a.infra");
            write("a.infra", PART.replace("10 kW", "12 kW"));
            tell(editor, FileChangeType.Changed, "a.infra");
            assertThat(editor.findings("b.infra")).isEmpty();
            editor.close("a.infra");
            assertThat(editor.findings("b.infra")).containsExactly(OVER);
            editor.open("a.infra");
            Files.delete(folder.resolve("a.infra"));
            tell(editor, FileChangeType.Deleted, "a.infra");
            assertThat(editor.findings("b.infra")).containsExactly(OVER);
            editor.close("a.infra");
            assertThat(editor.findings("b.infra")).contains(UNKNOWN);
        }
    }

    /** Nobody says that a file is gone, and another one is typed in. */
    @Test
    void aFileThatIsGoneUnseen() throws IOException {
        write("a.infra", PART);
        write("b.infra", RACK);
        write("c.infra", RACK.replace("package b", "package c"));
        try (Client editor = new Client(folder)) {
            editor.open("a.infra");
            Files.delete(folder.resolve("b.infra"));
            editor.type("a.infra", PART.replace("10 kW", "12 kW"));
            assertThat(editor.findings("c.infra")).containsExactly(OVER);
            editor.close("a.infra");
            assertThat(editor.findings("c.infra")).isEmpty();
        }
    }

    @Test
    void toolsFilesAreNone() throws IOException {
        write("a.infra", PART);
        write("target/classes/a.infra", PART);
        write(".old/a.infra", PART);
        try (Client editor = new Client(folder)) {
            assertThat(editor.findings("a.infra")).isEmpty();
            tell(editor, FileChangeType.Changed, "target/classes/a.infra", ".old/a.infra");
            assertThat(editor.findings("a.infra")).isEmpty();
            assertThat(symbols(editor, "Box")).hasSize(1);
        }
    }

    private static List<String> symbols(Client editor, String query) {
        return editor
                .server()
                .getWorkspaceService()
                .symbol(new WorkspaceSymbolParams(query))
                .join()
                .getRight()
                .stream()
                .map(s -> s.getLocation().getLeft().getUri())
                .toList();
    }

    private static void folders(Client editor, List<String> added, List<String> removed) {
        var event =
                new WorkspaceFoldersChangeEvent(
                        added.stream().map(n -> new WorkspaceFolder(editor.uri(n), "x")).toList(),
                        removed.stream()
                                .map(n -> new WorkspaceFolder(editor.uri(n), "x"))
                                .toList());
        editor.server()
                .getWorkspaceService()
                .didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(event));
    }

    /** Two folders of one name are two; a file in a folder in a folder is in one of them. */
    @Test
    void foldersComeAndGo() throws IOException {
        write("one/a.infra", PART);
        write("one/in/b.infra", RACK.replace("4 x", "5 x"));
        write("two/a.infra", PART);
        InitializeParams init = Client.initialization(folder);
        init.setWorkspaceFolders(List.of());
        try (Client editor = new Client(folder, init)) {
            assertThat(symbols(editor, "Box")).isEmpty();
            folders(editor, List.of("one"), List.of());
            assertThat(editor.findings("one/in/b.infra")).containsExactly(OVER);
            folders(editor, List.of("two"), List.of());
            assertThat(symbols(editor, "Box")).hasSize(2);
            folders(editor, List.of("one/in"), List.of());
            assertThat(editor.findings("one/in/b.infra")).contains(UNKNOWN);
            assertThat(symbols(editor, "R")).hasSize(1);
            folders(editor, List.of(), List.of("one/in"));
            assertThat(editor.findings("one/in/b.infra")).containsExactly(OVER);
            folders(editor, List.of(), List.of("one"));
            assertThat(editor.findings("one/in/b.infra")).isEmpty();
            assertThat(symbols(editor, "Box")).containsExactly(editor.uri("two/a.infra"));
        }
    }

    /** What is open stays, whatever folder is shown. */
    @Test
    void anOpenFileOutlivesItsFolder() throws IOException {
        String alone = PART + "rack R { nodes: 5 x Box   power { budget: 44 kW } }\n";
        write("a.infra", alone);
        try (Client editor = new Client(folder)) {
            editor.open("a.infra");
            folders(editor, List.of(), List.of(""));
            assertThat(editor.findings("a.infra")).containsExactly("4 rack-power-over-budget");
            editor.type("a.infra", alone.replace("5 x", "4 x"));
            assertThat(editor.findings("a.infra")).isEmpty();
            editor.type("a.infra", alone);
            editor.close("a.infra");
            assertThat(editor.findings("a.infra")).isEmpty();
        }
    }

    @Test
    void anEditorWithoutAFolder() throws IOException {
        InitializeParams init = Client.initialization(folder);
        init.setWorkspaceFolders(null);
        write("a.infra", PART + "rack R { nodes: 5 x Box   power { budget: 44 kW } }\n");
        try (Client editor = new Client(folder, init)) {
            editor.open("a.infra");
            assertThat(editor.findings("a.infra")).containsExactly("4 rack-power-over-budget");
            editor.close("a.infra");
            assertThat(editor.findings("a.infra")).isEmpty();
        }
    }

    /** A broken text, a ring of imports and of heirs, bytes that are no text: neighbours speak. */
    @Test
    void theNeighboursOfWhatIsBrokenStillSpeak() throws IOException {
        write(
                "a.infra",
                PART.replace("10 kW", "12 kW").replace("package a", "package a\nimport b.*"));
        write("b.infra", RACK);
        write("broken.infra", "package c\nrack { { ( = 3 kW }\n} evaluate\n");
        write("ring.infra", "package d\nimport d.*\nrack X extends Y { }\nrack Y extends X { }\n");
        Files.write(
                folder.resolve("latin.infra"),
                "package e\n// gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("binary.infra"), new byte[] {'a', '\n', 'b', 0, 1, 2});
        Files.createDirectory(folder.resolve("folder.infra"));
        try (Client editor = new Client(folder)) {
            assertThat(editor.findings("b.infra")).containsExactly(OVER);
            assertThat(editor.findings("broken.infra")).isNotEmpty();
            assertThat(editor.findings("ring.infra")).isNotEmpty();
            assertThat(editor.diagnostics("latin.infra"))
                    .singleElement()
                    .satisfies(
                            d -> {
                                assertThat(d.getMessage().getLeft())
                                        .isEqualTo("this is not UTF-8; save the file as UTF-8");
                                assertThat(place(d)).isEqualTo("1:5");
                            });
            assertThat(editor.diagnostics("binary.infra"))
                    .singleElement()
                    .satisfies(d -> assertThat(d.getMessage().getLeft()).contains("binary file"));
            write("latin.infra", "package e\n");
            tell(editor, FileChangeType.Changed, "latin.infra");
            assertThat(editor.diagnostics("latin.infra")).isEmpty();
        }
    }

    private static String place(Diagnostic d) {
        return d.getRange().getStart().getLine() + ":" + d.getRange().getStart().getCharacter();
    }

    @Test
    void tenThousandLinesBesideAnotherFile() throws IOException {
        StringBuilder s = new StringBuilder("package big\n\nimport a.*\n");
        for (int i = 0; i < 3332; i++)
            s.append("rack R").append(i).append(" {\n  nodes: 4 x Box\n}\n");
        write("a.infra", PART.replace("10 kW", "12 kW"));
        write("b.infra", RACK);
        write("big.infra", s.toString());
        try (Client editor = new Client(folder)) {
            assertThat(editor.findings("b.infra")).containsExactly(OVER);
            assertThat(s.chars().filter(c -> c == '\n').count()).isGreaterThan(9_998);
            assertThat(symbols(editor, "R3331")).containsExactly(editor.uri("big.infra"));
        }
    }
}
