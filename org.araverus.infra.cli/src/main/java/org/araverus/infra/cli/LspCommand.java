// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.dsl.ide.InfraServer;

/** {@code infra lsp}: the language server, for editors. */
final class LspCommand implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "infra lsp",
                "Serves editors: findings while typing, completion, hover, rename.",
                List.of(
                        "It speaks the Language Server Protocol on its standard streams until its"
                                + " input ends.",
                        "Its talk goes to the error output."),
                List.of(),
                List.of(Usage.HELP),
                List.of(
                        "",
                        "Example:",
                        "  infra lsp   what an editor is told to start in the folder of the"
                                + " designs"));
    }

    @Override
    public int run(Given given, Terminal terminal) {
        // whatever prints must not get between the messages
        System.setOut(System.err);
        InfraServer.serve(System.in, terminal.out());
        return ExitCode.FINE;
    }
}
