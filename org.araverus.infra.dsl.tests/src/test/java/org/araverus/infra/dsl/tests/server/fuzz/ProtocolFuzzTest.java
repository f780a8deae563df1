// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 2,000 requests from a fixed seed, between edits, files that come and go, and what is wrong;
 * {@code -Drequests=10000} asks more.
 */
class ProtocolFuzzTest {
    private static final int REQUESTS = Integer.getInteger("requests", 2_000);
    private static final long SEED = Long.getLong("seed", 20_260_801L);

    /** Caches of the library are full by then. */
    private static final int WARM = 1_500;

    /** So many requests are on their way at most. */
    private static final int AHEAD = 16;

    /**
     * Said no, in the protocol's numbers: invalid request, method, parameters; request failed,
     * cancelled, content modified, cancelled by the server.
     */
    private static final Set<Integer> PROPER =
            Set.of(-32600, -32601, -32602, -32803, -32800, -32801, -32802);

    @TempDir Path folder;

    @Test
    void everyRequestIsAnswered() throws Exception {
        try (Wire wire = new Wire()) {
            Player player = new Player(wire, folder, SEED);
            player.begin();
            play(wire, player, WARM);
            player.restore();
            long before = wire.live();
            play(wire, player, REQUESTS);
            player.restore();
            long after = wire.live();
            wire.answer(wire.ask("shutdown", JsonNull.INSTANCE));
            assertThat(wire.end()).isEqualTo("0");
            assertProper(wire);
            System.out.printf(
                    "protocol fuzz: %d requests, %.1f MiB live before, %.1f MiB after%n",
                    wire.count(), before / 1048576.0, after / 1048576.0);
            assertThat((double) after).isLessThanOrEqualTo(1.1 * before);
        }
    }

    private static void play(Wire wire, Player player, int requests) {
        List<Integer> ahead = new ArrayList<>();
        for (int done = 0; done < requests; ) {
            int id = player.next();
            if (id == 0) continue;
            done++;
            ahead.add(id);
            if (ahead.size() == AHEAD) {
                ahead.forEach(wire::answer);
                ahead.clear();
            }
        }
        ahead.forEach(wire::answer);
    }

    private static void assertProper(Wire wire) {
        assertThat(wire.answers()).hasSize(wire.count());
        List<String> wrong = new ArrayList<>();
        wire.answers()
                .forEach(
                        (id, answer) -> {
                            if (!answer.has("error")) return;
                            JsonObject e = answer.getAsJsonObject("error");
                            String data = String.valueOf(e.get("data"));
                            if (!PROPER.contains(e.get("code").getAsInt())
                                    || data.contains("\\tat "))
                                wrong.add(wire.question(id) + " -> " + e);
                        });
        assertThat(wrong).isEmpty();
    }

    /** Who asks after the end is told so, and the process ends. */
    @Test
    void theEndInBetween() throws Exception {
        for (int seed = 1; seed <= 3; seed++)
            try (Wire wire = new Wire()) {
                Player player = new Player(wire, folder, seed);
                player.begin();
                for (int i = 0; i < 40 * seed; i++) player.next();
                int end = wire.ask("shutdown", JsonNull.INSTANCE);
                for (int i = 0; i < 40; i++) player.next();
                assertThat(wire.answer(end).has("error")).isFalse();
                for (int id = 1; id <= wire.count(); id++) wire.answer(id);
                assertThat(wire.end()).isEqualTo("0");
                assertProper(wire);
            }
    }
}
