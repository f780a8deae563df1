// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LspCommandTest {
    private final PrintStream out = System.out;

    @AfterEach
    void restore() {
        System.setOut(out);
    }

    @Test
    void aClientComesByThePortThatTheErrorOutputNames() throws Exception {
        PipedInputStream talk = new PipedInputStream();
        PrintStream err = new PrintStream(new PipedOutputStream(talk), true);
        CompletableFuture<Integer> code =
                CompletableFuture.supplyAsync(
                        () ->
                                InfraCommand.run(
                                        new String[] {"lsp", "--socket", "0"},
                                        err,
                                        err,
                                        Environment.quiet()));
        String said = new BufferedReader(new InputStreamReader(talk)).readLine();
        assertThat(said).matches("infra lsp listens on 127\\.0\\.0\\.1:\\d+");
        int port = Integer.parseInt(said.substring(said.lastIndexOf(':') + 1));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String body =
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
                            + "\"params\":{\"capabilities\":{}}}";
            client.getOutputStream()
                    .write(
                            ("Content-Length: " + body.length() + "\r\n\r\n" + body)
                                    .getBytes(StandardCharsets.UTF_8));
            String answer =
                    new BufferedReader(new InputStreamReader(client.getInputStream())).readLine();
            assertThat(answer).matches("Content-Length: \\d{3,}");
        }
        assertThat(code.join()).isZero();
    }

    @Test
    void aPortThatCannotBeHad() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Call c = Call.of("lsp", "--socket", String.valueOf(taken.getLocalPort()));
            assertThat(c.err()).contains("port " + taken.getLocalPort() + " cannot be had: ");
            assertThat(c.code()).isEqualTo(2);
        }
        Call c = Call.of("lsp", "--socket=70000");
        assertThat(c.err()).contains("a port is a number from 0 to 65535; not 70000");
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.wordsOfTheMachine()).isEmpty();
    }
}
