// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server.fuzz;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.araverus.infra.dsl.ide.InfraServer;

/**
 * The server as a process, and the bare messages: a client's library would hide the answer to a
 * cancelled request, and would not send what is wrong.
 */
final class Wire implements AutoCloseable {
    private final Process process;
    private final OutputStream out;
    private final CompletableFuture<String> talk;
    private final CompletableFuture<Void> reading;
    private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final Map<Integer, JsonObject> answers = new ConcurrentHashMap<>();
    private final Map<Integer, String> sent = new TreeMap<>();

    Wire() throws IOException {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                InfraServer.class.getName())
                        .start();
        out = process.getOutputStream();
        talk = CompletableFuture.supplyAsync(this::errorOutput, r -> thread(r, "talk"));
        reading = CompletableFuture.runAsync(this::read, r -> thread(r, "answers"));
    }

    private static void thread(Runnable work, String name) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    private String errorOutput() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            process.getErrorStream().transferTo(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Sends a request; its number comes back. */
    int ask(String method, JsonElement params) {
        int id = sent.size() + 1;
        sent.put(id, method + " " + params);
        asked.put(id, new CompletableFuture<>());
        JsonObject m = message(method, params);
        m.addProperty("id", id);
        send(m);
        return id;
    }

    void tell(String method, JsonElement params) {
        send(message(method, params));
    }

    private static JsonObject message(String method, JsonElement params) {
        JsonObject m = new JsonObject();
        m.addProperty("jsonrpc", "2.0");
        m.addProperty("method", method);
        m.add("params", params);
        return m;
    }

    private void send(JsonObject message) {
        byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            synchronized (out) {
                out.write(head);
                out.write(body);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the server is gone: " + talk.join(), e);
        }
    }

    /** Waits for an answer. */
    JsonObject answer(int id) {
        return asked.get(id).join();
    }

    /** What was asked by a number, as it was sent. */
    String question(int id) {
        return sent.get(id);
    }

    /** All answers so far. */
    Map<Integer, JsonObject> answers() {
        return new TreeMap<>(answers);
    }

    int count() {
        return sent.size();
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(process.getInputStream())) {
            for (int length = length(in); length >= 0; length = length(in)) {
                String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                take(JsonParser.parseString(body).getAsJsonObject());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            var gone = new IllegalStateException("the server has ended");
            asked.values().forEach(a -> a.completeExceptionally(gone));
        }
    }

    private static int length(InputStream in) throws IOException {
        int length = -1;
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c != '\n') {
                if (c != '\r') line.append((char) c);
                continue;
            }
            if (line.isEmpty()) return length;
            if (line.toString().startsWith("Content-Length:"))
                length = Integer.parseInt(line.substring("Content-Length:".length()).strip());
            line.setLength(0);
        }
        return -1;
    }

    private void take(JsonObject m) {
        if (m.has("method")) {
            if (!m.has("id")) return;
            JsonObject yes = new JsonObject();
            yes.addProperty("jsonrpc", "2.0");
            yes.add("id", m.get("id"));
            yes.add("result", JsonNull.INSTANCE);
            send(yes);
            return;
        }
        int id = m.get("id").getAsInt();
        answers.put(id, m);
        asked.get(id).complete(m);
    }

    /** Bytes of live objects after a collection. */
    long live() throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process p =
                new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.class_histogram")
                        .start();
        String all = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // what the collector puts between objects is none
        return all.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(f -> f.length >= 4 && f[0].endsWith(":") && !f[3].contains("vm.Filler"))
                .mapToLong(f -> Long.parseLong(f[2]))
                .sum();
    }

    /** Ends it as the protocol has it; its exit code and what it wrote to its error output. */
    String end() {
        tell("exit", JsonNull.INSTANCE);
        int code = process.onExit().join().exitValue();
        reading.join();
        return code + talk.join();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
