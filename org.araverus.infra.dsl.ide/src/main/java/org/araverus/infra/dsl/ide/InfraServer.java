// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide;

import com.google.inject.Guice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import org.apache.log4j.ConsoleAppender;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.SimpleLayout;
import org.araverus.infra.dsl.ide.server.InfraLanguageServer;
import org.araverus.infra.dsl.ide.server.Received;
import org.araverus.infra.dsl.ide.server.ServerBindings;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.util.Modules2;

/** The language server over two streams. */
public final class InfraServer {
    private InfraServer() {}

    /** On the streams of this process: what others print goes to the error output. */
    public static void main(String[] args) {
        // Guice then makes no classes while it runs: a faster start, and no warning of the machine.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        PrintStream out = System.out;
        System.setOut(System.err);
        Logger root = Logger.getRootLogger();
        root.addAppender(new ConsoleAppender(new SimpleLayout(), ConsoleAppender.SYSTEM_ERR));
        root.setLevel(Level.WARN);
        serve(System.in, out);
    }

    /** A server that waits for its client; for clients in the same process, too. */
    public static InfraLanguageServer create() {
        return Guice.createInjector(Modules2.mixin(new ServerModule(), new ServerBindings()))
                .getInstance(InfraLanguageServer.class);
    }

    /**
     * Answers until the input ends. A client's {@code exit} ends the process, as the protocol has
     * it: with 0 behind {@code shutdown}, else with 1.
     */
    public static void serve(InputStream in, OutputStream out) {
        // EMF then cuts each address when it is made, and wakes no thread for it: a tenth of what
        // an edit takes. Only who is first to use EMF in a process can say so.
        System.setProperty("org.eclipse.emf.common.util.ReferenceClearingQueue", "false");
        InfraLanguageServer server = create();
        server.alone();
        Launcher<LanguageClient> launcher =
                new Launcher.Builder<LanguageClient>()
                        .setLocalService(server)
                        .setRemoteInterface(LanguageClient.class)
                        .setInput(in)
                        .setOutput(out)
                        .wrapMessages(Received::checked)
                        .setExceptionHandler(Received::refusal)
                        .create();
        server.connect(launcher.getRemoteProxy());
        try {
            launcher.startListening().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException("the client's stream broke", e);
        }
    }

    /**
     * Waits on a port of this machine alone for one client, answers it until it leaves, and ends.
     *
     * @param port 0 for one that is free
     * @param listening is told the port before the client can come
     * @throws IOException if the port cannot be had
     */
    public static void listen(int port, IntConsumer listening) throws IOException {
        try (ServerSocket door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            listening.accept(door.getLocalPort());
            try (Socket client = door.accept()) {
                serve(client.getInputStream(), client.getOutputStream());
            }
        }
    }
}
