// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** How far the first reading of a workspace is, for a client that shows it. */
final class BuildProgress {
    private static final Either<String, Integer> TOKEN = Either.forLeft("infra/first-build");

    private final LanguageClient client;
    private final int files;
    private final CompletableFuture<Void> begun;
    private int done;

    BuildProgress(LanguageClient client, int files) {
        this.client = client;
        this.files = files;
        WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
        begin.setTitle("Reading designs");
        begin.setCancellable(true);
        begin.setPercentage(0);
        // a client may refuse; then nothing is sent
        begun =
                client.createProgress(new WorkDoneProgressCreateParams(TOKEN))
                        .thenRun(() -> send(begin));
    }

    /** Whether a token is that of the first build. */
    static boolean isToken(Either<String, Integer> token) {
        return TOKEN.equals(token);
    }

    /** One file more is read. */
    void step() {
        done++;
        if (!begun.isDone() || begun.isCompletedExceptionally() || done > files) return;
        WorkDoneProgressReport report = new WorkDoneProgressReport();
        report.setMessage(done + " of " + files + " files");
        report.setPercentage(100 * done / files);
        send(report);
    }

    void end() {
        begun.thenRun(() -> send(new WorkDoneProgressEnd()));
    }

    private void send(WorkDoneProgressNotification what) {
        client.notifyProgress(new ProgressParams(TOKEN, Either.forLeft(what)));
    }
}
