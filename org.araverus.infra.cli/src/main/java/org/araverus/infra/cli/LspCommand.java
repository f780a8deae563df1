// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.util.List;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.dsl.ide.InfraServer;

/** {@code infra lsp}: the language server, for editors. */
final class LspCommand implements Command {
    private static final String SOCKET = "--socket";
    private static final int HIGHEST = 65_535;

    @Override
    public Usage usage() {
        return new Usage(
                "infra lsp",
                "Serves editors: findings while typing, completion, hover, rename.",
                List.of(
                        "It speaks the Language Server Protocol on its standard streams until its"
                                + " input ends,",
                        "or on a port of this machine with the one client that comes.",
                        "Its talk goes to the error output."),
                List.of(),
                List.of(
                        new Option(
                                SOCKET,
                                "PORT",
                                false,
                                List.of(),
                                "listens on 127.0.0.1 at this port, 0 for a free one; the error"
                                        + " output names it"),
                        Usage.HELP),
                List.of(
                        "",
                        "Examples:",
                        "  infra lsp                 what an editor is told to start in the folder"
                                + " of the designs",
                        "  infra lsp --socket 7998   for an editor that connects by itself"));
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        // whatever prints must not get between the messages
        System.setOut(System.err);
        if (given.has(SOCKET)) listen(port(given.value(SOCKET)), terminal);
        else InfraServer.serve(System.in, terminal.out());
        return ExitCode.FINE;
    }

    private static void listen(int port, Terminal terminal) throws UsageException {
        try {
            InfraServer.listen(
                    port,
                    had -> {
                        terminal.err().println("infra lsp listens on 127.0.0.1:" + had);
                        terminal.err().flush();
                    });
        } catch (IOException e) {
            throw new UsageException("port " + port + " cannot be had: " + Reason.of(e));
        }
    }

    private static int port(String text) throws UsageException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST) return port;
        } catch (NumberFormatException e) {
            // told below
        }
        throw new UsageException("a port is a number from 0 to " + HIGHEST + "; not " + text);
    }
}
