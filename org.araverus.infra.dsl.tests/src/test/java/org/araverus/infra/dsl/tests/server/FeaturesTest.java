// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.ExecuteCommandCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of docs/features.md: what the server announces is what stands there, and each announced
 * method answers about a real example. {@code -Dgoldens=write} writes the table anew.
 */
class FeaturesTest {
    private static final Path PAGE = Path.of("..", "docs", "features.md");
    private static final Path ECLIPSE = Path.of("..", "org.araverus.infra.dsl.ui", "src");

    /** A method of the client's interface that does nothing. */
    private static final String EMPTY = "void \\w+\\([^)]*\\) \\{\\s*\\}";

    @TempDir Path folder;

    private InitializeParams init() {
        InitializeParams init = Client.initialization(folder);
        init.getCapabilities()
                .getWorkspace()
                .setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        init.getCapabilities().getWorkspace().setExecuteCommand(new ExecuteCommandCapabilities());
        init.getCapabilities().setWindow(new WindowClientCapabilities());
        init.getCapabilities().getWindow().setWorkDoneProgress(true);
        return init;
    }

    private static JsonObject capabilities(Client editor) {
        return new MessageJsonHandler(Map.of())
                .getGson()
                .toJsonTree(editor.announced().getCapabilities())
                .getAsJsonObject();
    }

    private static boolean isAnnounced(JsonObject all, Feature f) {
        if (f.capability().isEmpty()) return true;
        JsonElement e = all;
        for (String step : f.capability().split("\\.")) {
            if (e == null || !e.isJsonObject()) return false;
            e = e.getAsJsonObject().get(step);
        }
        return e != null
                && !e.isJsonNull()
                && !(e.isJsonPrimitive()
                        && (e.getAsString().equals("false") || e.getAsString().equals("0")));
    }

    @Test
    void whatIsAnnouncedIsAnsweredAndWrittenDown() throws IOException {
        try (Examples x = new Examples(folder, init())) {
            JsonObject announced = capabilities(x.editor);
            assertThat(Features.all().stream().map(Feature::key).collect(Collectors.toSet()))
                    .as("a row for each capability")
                    .containsAll(announced.keySet());
            StringBuilder table = new StringBuilder();
            for (Feature f : Features.all()) {
                boolean here = isAnnounced(announced, f);
                if (here) {
                    assertThat(f.fixture()).as(f.method()).isNotNull();
                    assertThat(isEmpty(f.fixture().apply(x))).as(f.method()).isFalse();
                }
                table.append(
                        "| `%s` | %s | %s | %s | %s |\n"
                                .formatted(
                                        f.method(),
                                        word(here),
                                        word(here),
                                        word(here && isCalledByEclipse(f)),
                                        word(here && f.neovim())));
            }
            compare(table.toString());
        }
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static void compare(String table) throws IOException {
        String page = Files.readString(PAGE);
        String head = "|---|---|---|---|---|\n";
        int from = page.indexOf(head) + head.length();
        int to = page.indexOf("\n\n", from) + 1;
        if ("write".equals(System.getProperty("goldens")))
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
        else assertThat(page.substring(from, to)).isEqualTo(table);
    }

    private static boolean isEmpty(Object answer) {
        return switch (answer) {
            case null -> true;
            case Collection<?> c -> c.isEmpty();
            case Map<?, ?> m -> m.isEmpty();
            case Either<?, ?> e -> isEmpty(e.get());
            default -> false;
        };
    }

    /** The plug-in holds the server's object and calls its services, or is called back. */
    private static boolean isCalledByEclipse(Feature f) {
        Pattern call = Pattern.compile("(Service\\(\\)\\s*\\.|::|void )" + f.java() + "\\b");
        return sources().stream().anyMatch(s -> call.matcher(s).find());
    }

    private static Set<String> sources() {
        if (!Files.exists(ECLIPSE)) return Set.of();
        Set<String> all = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ECLIPSE)) {
            for (Path p : files.filter(f -> f.toString().endsWith(".java")).toList())
                all.add(Files.readString(p).replaceAll(EMPTY, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
