// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araverus.infra.dsl.ide.InfraServer;
import org.araverus.infra.dsl.ide.server.InfraLanguageServer;
import org.araverus.infra.engine.units.Show;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * One physics: hover, hint, lens and report in an editor have the numbers that {@code infra
 * evaluate} prints, on every example.
 */
class OneNumberTest {
    private static final Pattern EVALUATE = Pattern.compile("(?m)^evaluate (\\w+)");
    private static final Pattern REQUIRED = Pattern.compile("require ([A-Za-z]\\w*(?:\\.\\w+)+)");

    /** Parts of a lens that are numbers: what a metric is called there. */
    private static final Map<String, String> OF_A_RUN =
            Map.of("step_time", "step ", "mfu", "MFU ", "ttft.mean", "TTFT ", "tpot.mean", "TPOT ");

    @TempDir Path folder;

    private int compared;

    /** An editor that has one example open. */
    private record Editor(InfraLanguageServer server, String uri) implements AutoCloseable {
        static Editor of(Path file) {
            InfraLanguageServer server = InfraServer.create();
            server.connect(
                    (LanguageClient)
                            Proxy.newProxyInstance(
                                    OneNumberTest.class.getClassLoader(),
                                    new Class<?>[] {LanguageClient.class},
                                    (proxy, method, args) ->
                                            method.getReturnType() == CompletableFuture.class
                                                    ? CompletableFuture.completedFuture(null)
                                                    : null));
            ClientCapabilities can = new ClientCapabilities();
            can.setWorkspace(new WorkspaceClientCapabilities());
            can.getWorkspace().setWorkspaceFolders(true);
            InitializeParams init = new InitializeParams();
            init.setCapabilities(can);
            String folder = file.getParent().toUri().toString();
            init.setWorkspaceFolders(List.of(new WorkspaceFolder(folder, "designs")));
            server.initialize(init).join();
            server.initialized(new InitializedParams());
            return new Editor(server, file.toUri().toString());
        }

        @Nullable Object command(String name, String evaluate) {
            return server.executeCommand(new ExecuteCommandParams(name, List.of(uri, evaluate)))
                    .join();
        }

        private TextDocumentIdentifier file() {
            return new TextDocumentIdentifier(uri);
        }

        List<String> lenses(String evaluate) {
            return server.codeLens(new CodeLensParams(file())).join().stream()
                    .map(l -> l.getCommand())
                    .filter(c -> c.getArguments().get(1).equals(evaluate))
                    .map(c -> c.getTitle())
                    .toList();
        }

        List<String> hints() {
            Range all = new Range(new Position(0, 0), new Position(100_000, 0));
            return server.inlayHint(new InlayHintParams(file(), all)).join().stream()
                    .map(h -> h.getLabel().getLeft())
                    .toList();
        }

        String hover(String text, int offset) {
            String before = text.substring(0, offset);
            Position at =
                    new Position(
                            (int) before.chars().filter(c -> c == '\n').count(),
                            offset - 1 - before.lastIndexOf('\n'));
            Hover h = server.hover(new HoverParams(file(), at)).join();
            return h == null ? "" : h.getContents().getRight().getValue();
        }

        @Override
        public void close() {
            server.shutdown().join();
        }
    }

    @TestFactory
    List<DynamicTest> everyExample() throws IOException {
        List<DynamicTest> all = new ArrayList<>();
        for (Path example : Examples.files())
            all.add(DynamicTest.dynamicTest(example.toString(), () -> compare(example)));
        all.add(
                DynamicTest.dynamicTest(
                        "there are some", () -> assertThat(compared).isGreaterThan(5)));
        return all;
    }

    private void compare(Path example) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name(example)));
        Path file = Files.copy(example, home.resolve(example.getFileName()));
        String text = Files.readString(file);
        try (Editor editor = Editor.of(file)) {
            for (Matcher m = EVALUATE.matcher(text); m.find(); )
                evaluate(editor, file, text, m.group(1));
        }
    }

    private static String name(Path example) {
        return example.toString().replaceAll("\\W+", "-");
    }

    private void evaluate(Editor editor, Path file, String text, String name) throws IOException {
        Call call = Call.of("evaluate", file.toString(), name, "--format", "json");
        JsonNode json = new ObjectMapper().readTree(call.out());
        if (!json.has("runs") || json.get("metrics").isEmpty()) {
            assertThat(editor.lenses(name)).containsExactly("an error stands in the way");
            assertThat(editor.command("infra.evaluate", name)).isNull();
            return;
        }
        assertThat(editor.command("infra.evaluate", name)).isEqualTo(call.out());
        report(editor, file, name);
        lens(editor, json, name);
        hints(editor, json);
        hovers(editor, json, text, name);
        compared++;
    }

    private void report(Editor editor, Path file, String name) throws IOException {
        Path out = folder.resolve("report");
        Call.of("report", file.toString(), name, "--out", out.toString());
        Map<?, ?> page = (Map<?, ?>) editor.command("infra.report", name);
        assertThat(page.get("html").toString())
                .isEqualTo(Files.readString(out.resolve("report.html")));
    }

    private static String shown(JsonNode metric) {
        return Show.value(metric.get("value").asDouble(), metric.get("unit").asText());
    }

    private static String simple(JsonNode qualified) {
        return qualified.asText().replaceAll(".*\\.", "");
    }

    private static void lens(Editor editor, JsonNode json, String name) {
        String lenses = String.join("\n", editor.lenses(name));
        for (JsonNode run : json.get("runs")) {
            String workload = simple(run.get("workload"));
            OF_A_RUN.forEach(
                    (metric, label) -> {
                        JsonNode m = json.get("metrics").get(workload + "." + metric);
                        if (m != null) assertThat(lenses).contains(label + shown(m));
                    });
        }
    }

    /** What is said behind limits is a demand of the answer, and the copies are of its layout. */
    private static void hints(Editor editor, JsonNode json) {
        Set<String> known = new LinkedHashSet<>();
        for (JsonNode h : json.get("headroom"))
            known.add(Show.value(h.get("demand").asDouble(), h.get("unit").asText()) + " used");
        for (JsonNode run : json.get("runs"))
            if (run.get("layout").has("dp")) known.add("dp " + run.get("layout").get("dp"));
        assertThat(editor.hints()).isNotEmpty();
        for (String hint : editor.hints()) assertThat(known).anyMatch(k -> hint.contains(k));
    }

    /** Over each metric that is required, and over the workload of each run. */
    private static void hovers(Editor editor, JsonNode json, String text, String name) {
        int from = text.indexOf("evaluate " + name);
        int next = text.indexOf("\nevaluate ", from);
        Matcher m = REQUIRED.matcher(text).region(from, next < 0 ? text.length() : next);
        while (m.find()) {
            JsonNode metric = json.get("metrics").get(m.group(1));
            if (metric == null) continue;
            assertThat(editor.hover(text, m.end() - 1))
                    .contains("**" + name + "** " + shown(metric));
        }
        for (JsonNode run : json.get("runs")) {
            String workload = simple(run.get("workload"));
            int at = text.indexOf("workload " + workload);
            if (at < 0) continue;
            String lens =
                    editor.lenses(name).getFirst().replaceAll("^\\w+: | · \\d+ of \\d+ met$", "");
            String hover = editor.hover(text, at + "workload ".length());
            assertThat(hover).contains("**" + name + "** ");
            if (json.get("runs").size() == 1) assertThat(hover).contains(lens);
        }
    }
}
