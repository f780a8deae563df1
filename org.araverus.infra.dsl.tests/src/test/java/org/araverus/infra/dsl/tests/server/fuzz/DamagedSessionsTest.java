// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the fuzz found, each once and small: the answer, and not a word on the error output. */
class DamagedSessionsTest {
    /** Lets that lead through paths back to themselves; resolving a step asked for itself. */
    private static final String RING =
            """
            package ring

            rack R {
              let a = a.b
              let c = d.x
              let d = c.y
              power { budget: a.power.budget }
            }
            size: 42 U
            """;

    @TempDir Path folder;

    private static JsonElement json(Object o) {
        return new Gson().toJsonTree(o);
    }

    private static int code(JsonObject answer) {
        return answer.has("error") ? answer.getAsJsonObject("error").get("code").getAsInt() : 0;
    }

    private int ask(Wire wire, String method, Object params) {
        return code(wire.answer(wire.ask(method, json(params))));
    }

    @Test
    void eachIsAnsweredInSilence() throws Exception {
        Path file = Files.writeString(folder.resolve("ring.infra"), RING);
        Map<String, Object> ring = Map.of("uri", file.toUri().toString());
        Map<String, Object> none = Map.of("uri", folder.resolve("no.infra").toUri().toString());
        Map<String, Object> place = Map.of("line", 3, "character", 9);
        Map<String, Object> far = Map.of("line", 4_000, "character", 4_000);
        try (Wire wire = new Wire()) {
            begin(wire);
            wire.answer(wire.ask("infra/idle", new JsonObject()));
            String hover = "textDocument/hover";
            assertThat(ask(wire, hover, Map.of("textDocument", ring, "position", place))).isZero();
            assertThat(ask(wire, hover, Map.of("textDocument", ring, "position", far))).isZero();
            for (int column : new int[] {1, 6})
                assertThat(
                                ask(
                                        wire,
                                        hover,
                                        Map.of(
                                                "textDocument",
                                                ring,
                                                "position",
                                                Map.of("line", 8, "character", column))))
                        .isZero();
            // what is nowhere, what lacks its parameters, what nobody serves
            assertThat(ask(wire, hover, Map.of("textDocument", none, "position", place)))
                    .isEqualTo(-32602);
            assertThat(
                            ask(
                                    wire,
                                    hover,
                                    Map.of(
                                            "textDocument",
                                            Map.of("uri", "infra-library:/araverus/no.infra"),
                                            "position",
                                            place)))
                    .isEqualTo(-32602);
            assertThat(ask(wire, hover, Map.of())).isIn(-32602, -32600);
            assertThat(ask(wire, "textDocument/none", Map.of())).isEqualTo(-32601);
            assertThat(
                            ask(
                                    wire,
                                    "textDocument/moniker",
                                    Map.of("textDocument", ring, "position", place)))
                    .isEqualTo(-32601);
            assertThat(ask(wire, "workspace/executeCommand", Map.of("command", "infra.none")))
                    .isEqualTo(-32602);
            // a no is an answer, and the edit behind it does not mind
            assertThat(
                            ask(
                                    wire,
                                    "textDocument/rename",
                                    Map.of("textDocument", ring, "position", far, "newName", "x")))
                    .isEqualTo(-32803);
            wire.tell(
                    "workspace/didChangeWatchedFiles",
                    json(Map.of("changes", List.of(Map.of("uri", ring.get("uri"), "type", 2)))));
            wire.tell("$/cancelRequest", json(Map.of("id", 1)));
            wire.answer(wire.ask("shutdown", JsonNull.INSTANCE));
            assertThat(ask(wire, hover, Map.of("textDocument", ring, "position", place)))
                    .isEqualTo(-32600);
            assertThat(wire.end()).isEqualTo("0");
        }
    }

    private void begin(Wire wire) {
        Map<String, Object> here = Map.of("uri", folder.toUri().toString(), "name", "designs");
        wire.answer(
                wire.ask(
                        "initialize",
                        json(
                                Map.of(
                                        "capabilities",
                                        Map.of("workspace", Map.of("workspaceFolders", true)),
                                        "workspaceFolders",
                                        List.of(here)))));
        wire.tell("initialized", new JsonObject());
    }
}
