// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server.fuzz;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A client that does what comes to its mind, from a seed. */
final class Player {
    private static final List<String> AT_A_PLACE =
            List.of(
                    "completion",
                    "hover",
                    "definition",
                    "references",
                    "documentHighlight",
                    "prepareRename",
                    "prepareTypeHierarchy",
                    "signatureHelp");

    private static final List<String> OF_A_FILE =
            List.of(
                    "documentSymbol",
                    "foldingRange",
                    "semanticTokens/full",
                    "codeLens",
                    "documentLink");

    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "\n",
                    "  power { budget: 44 kW }\n",
                    "rack X extends X { }\n",
                    "x",
                    "\"",
                    "/*",
                    "8 x DGX_H100",
                    "\u00e9\ud83d\ude00",
                    "require ",
                    ". ",
                    "1e9",
                    "%",
                    "@source(",
                    "import araverus.nvidia.*\n",
                    "let y = y\n",
                    "evaluate E { run W on C }\n");

    private static final List<String> NOWHERE =
            List.of(
                    "file:///nowhere/at/all.infra",
                    "untitled:Untitled-1",
                    "file:///nowhere/x.txt",
                    "http://example.org/a.infra",
                    "infra-library:/araverus/nvidia/none.infra",
                    "a b.infra",
                    "");

    private final Wire wire;
    private final Path folder;
    private final Random random;
    private final Map<String, String> originals = new TreeMap<>();
    private final List<String> names;
    private final Map<String, Integer> open = new TreeMap<>();

    Player(Wire wire, Path folder, long seed) {
        this.wire = wire;
        this.folder = folder;
        random = new Random(seed);
        try (Stream<Path> all = Files.walk(Path.of("..", "examples"))) {
            for (Path f : all.filter(p -> p.toString().endsWith(".infra")).toList())
                originals.put(f.getFileName().toString(), Files.readString(f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        originals.put("broken-text.infra", "rack { { (\nimport\n} evaluate\n");
        originals.put(
                "ring.infra",
                "package r\nimport r.*\nrack A extends B { }\nrack B extends A { }\n");
        names = List.copyOf(originals.keySet());
        originals.forEach(this::write);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a session. */
    void begin() {
        int id =
                wire.ask(
                        "initialize",
                        json(
                                Map.of(
                                        "capabilities",
                                        Map.of(
                                                "workspace",
                                                Map.of("workspaceFolders", true),
                                                "textDocument",
                                                Map.of(
                                                        "rename",
                                                        Map.of("prepareSupport", true),
                                                        "foldingRange",
                                                        Map.of())),
                                        "workspaceFolders",
                                        List.of(
                                                Map.of(
                                                        "uri",
                                                        folder.toUri().toString(),
                                                        "name",
                                                        "designs")))));
        wire.answer(id);
        wire.tell("initialized", new JsonObject());
    }

    /** All files as they were, closed, and the server at rest with all that it may remember. */
    void restore() {
        for (String name : List.copyOf(open.keySet())) {
            wire.tell("textDocument/didClose", json(Map.of("textDocument", document(name))));
            open.remove(name);
        }
        originals.forEach(this::write);
        List<Object> all = new ArrayList<>();
        for (String name : names) all.add(Map.of("uri", uri(name), "type", 2));
        wire.tell("workspace/didChangeWatchedFiles", json(Map.of("changes", all)));
        wire.answer(wire.ask("infra/idle", new JsonObject()));
        // what holds metrics back is computed for the first who asks
        for (String name : names) {
            JsonElement file = json(Map.of("textDocument", document(name)));
            wire.answer(wire.ask("textDocument/codeLens", file));
        }
    }

    /** One thing; the number of the request, or 0 if it was a message without an answer. */
    int next() {
        int what = random.nextInt(100);
        if (what < 25) return edit();
        if (what < 28) return onDisk();
        if (what < 30) return close();
        if (what < 45) return ofFile();
        if (what < 75) return atPlace();
        if (what < 80) return rename();
        if (what < 85) return format();
        if (what < 88) return ranges();
        if (what < 91) return workspace();
        if (what < 98) return cancelled();
        return unknown();
    }

    private String any() {
        return names.get(random.nextInt(names.size()));
    }

    private String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    private static JsonElement json(Object o) {
        return new Gson().toJsonTree(o);
    }

    private Map<String, Object> document(String name) {
        return Map.of("uri", uri(name));
    }

    /** Mostly a file of the folder, open or not. */
    private Map<String, Object> document() {
        return random.nextInt(20) == 0
                ? Map.of("uri", NOWHERE.get(random.nextInt(NOWHERE.size())))
                : document(any());
    }

    /** Mostly in the text. */
    private Map<String, Object> position() {
        return switch (random.nextInt(12)) {
            case 0 -> Map.of("line", 100_000, "character", 3);
            case 1 -> Map.of("line", random.nextInt(40), "character", 100_000);
            case 2 -> Map.of("line", -1, "character", -1);
            default -> Map.of("line", random.nextInt(40), "character", random.nextInt(40));
        };
    }

    private Map<String, Object> range() {
        return Map.of("start", position(), "end", position());
    }

    private int edit() {
        String name = any();
        Integer version = open.get(name);
        if (version == null) {
            open.put(name, 1);
            wire.tell(
                    "textDocument/didOpen",
                    json(
                            Map.of(
                                    "textDocument",
                                    Map.of(
                                            "uri",
                                            uri(name),
                                            "languageId",
                                            "infra",
                                            "version",
                                            1,
                                            "text",
                                            originals.get(name)))));
            return 0;
        }
        open.put(name, version + 1);
        Object change =
                random.nextInt(10) == 0
                        ? Map.of("text", originals.get(name))
                        : Map.of(
                                "range",
                                small(),
                                "text",
                                PIECES.get(random.nextInt(PIECES.size())));
        wire.tell(
                "textDocument/didChange",
                json(
                        Map.of(
                                "textDocument",
                                Map.of("uri", uri(name), "version", version + 1),
                                "contentChanges",
                                List.of(change))));
        return 0;
    }

    /** A few letters of a line, or what is no range at all. */
    private Map<String, Object> small() {
        if (random.nextInt(10) == 0) return range();
        int line = random.nextInt(60);
        int from = random.nextInt(50);
        return Map.of(
                "start",
                Map.of("line", line, "character", from),
                "end",
                Map.of("line", line, "character", from + random.nextInt(4)));
    }

    /** A file changes or goes, and the client tells of it or not. */
    private int onDisk() {
        String name = any();
        boolean gone = random.nextBoolean();
        try {
            if (gone) Files.deleteIfExists(folder.resolve(name));
            else if (random.nextInt(4) == 0)
                Files.write(folder.resolve(name), new byte[] {'a', (byte) 0xff, 0});
            else write(name, originals.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (random.nextInt(3) > 0)
            wire.tell(
                    "workspace/didChangeWatchedFiles",
                    json(
                            Map.of(
                                    "changes",
                                    List.of(Map.of("uri", uri(name), "type", gone ? 3 : 2)))));
        return 0;
    }

    private int close() {
        String name = any();
        if (open.remove(name) != null || random.nextInt(5) == 0)
            wire.tell("textDocument/didClose", json(Map.of("textDocument", document(name))));
        return 0;
    }

    private int ofFile() {
        return wire.ask(
                "textDocument/" + OF_A_FILE.get(random.nextInt(OF_A_FILE.size())),
                json(Map.of("textDocument", document())));
    }

    private int atPlace() {
        return wire.ask(
                "textDocument/" + AT_A_PLACE.get(random.nextInt(AT_A_PLACE.size())),
                json(
                        Map.of(
                                "textDocument",
                                document(),
                                "position",
                                position(),
                                "context",
                                Map.of("includeDeclaration", true, "triggerKind", 1))));
    }

    private int rename() {
        List<String> all = List.of("Other", "9", "", "if", "AirRack", "a b", "rack");
        return wire.ask(
                "textDocument/rename",
                json(
                        Map.of(
                                "textDocument",
                                document(),
                                "position",
                                position(),
                                "newName",
                                all.get(random.nextInt(all.size())))));
    }

    private int format() {
        boolean part = random.nextBoolean();
        return wire.ask(
                part ? "textDocument/rangeFormatting" : "textDocument/formatting",
                json(
                        Map.of(
                                "textDocument",
                                document(),
                                "range",
                                range(),
                                "options",
                                Map.of("tabSize", 2, "insertSpaces", true))));
    }

    private int ranges() {
        List<String> all = List.of("semanticTokens/range", "inlayHint", "codeAction");
        return wire.ask(
                "textDocument/" + all.get(random.nextInt(all.size())),
                json(
                        Map.of(
                                "textDocument",
                                document(),
                                "range",
                                range(),
                                "context",
                                Map.of("diagnostics", List.of()))));
    }

    private int workspace() {
        return switch (random.nextInt(4)) {
            case 0 -> wire.ask("workspace/symbol", json(Map.of("query", "a")));
            case 1 ->
                    wire.ask(
                            "textDocument/selectionRange",
                            json(
                                    Map.of(
                                            "textDocument",
                                            document(),
                                            "positions",
                                            List.of(position(), position()))));
            case 2 ->
                    wire.ask(
                            "textDocument/semanticTokens/full/delta",
                            json(Map.of("textDocument", document(), "previousResultId", "3")));
            default ->
                    wire.ask(
                            "workspace/executeCommand",
                            json(
                                    Map.of(
                                            "command",
                                            random.nextBoolean() ? "infra.evaluate" : "infra.none",
                                            "arguments",
                                            List.of(document().get("uri")))));
        };
    }

    private int cancelled() {
        int id = atPlace();
        wire.tell("$/cancelRequest", json(Map.of("id", id)));
        return id;
    }

    /** What no server knows, and what lacks its parameters. */
    private int unknown() {
        return switch (random.nextInt(3)) {
            case 0 -> wire.ask("textDocument/none", json(Map.of("textDocument", document())));
            case 1 -> wire.ask("textDocument/hover", new JsonObject());
            default ->
                    wire.ask(
                            "textDocument/hover",
                            json(Map.of("textDocument", Map.of(), "position", Map.of())));
        };
    }
}
