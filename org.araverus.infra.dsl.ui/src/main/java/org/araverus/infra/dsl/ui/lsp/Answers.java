// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.swt.widgets.Display;

/** Answers of the server, waited for or called back with. */
final class Answers {
    /** Longer than any answer takes; a server that hangs does not hang the workbench. */
    private static final long BOUND_SECONDS = 10;

    private static final long LOOK_AGAIN_MILLIS = 100;

    private static final Set<Integer> DROPPED =
            Set.of(
                    ResponseErrorCode.RequestCancelled.getValue(),
                    ResponseErrorCode.ContentModified.getValue(),
                    ResponseErrorCode.ServerCancelled.getValue());

    private Answers() {}

    /** Empty for no answer: none in time, a cancelled question, a failure (which is logged). */
    static <T> Optional<T> await(CompletableFuture<T> answer) {
        try {
            return Optional.ofNullable(answer.get(BOUND_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            answer.cancel(true);
        } catch (ExecutionException | CancellationException e) {
            log(e);
        }
        return Optional.empty();
    }

    /**
     * Waits as long as it takes.
     *
     * @param stop looked at now and then
     * @return whether there was an answer before the stop
     */
    static boolean quiet(CompletableFuture<?> answer, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            try {
                answer.get(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException | CancellationException e) {
                log(e);
                return false;
            }
        }
        return false;
    }

    /** Calls back on the display's thread, unless there is no answer or no display any more. */
    static <T> void show(CompletableFuture<T> answer, Consumer<T> on) {
        answer.whenComplete(
                (value, failure) -> {
                    if (failure != null) log(failure);
                    else if (value != null) {
                        Display display = Display.getDefault();
                        if (!display.isDisposed()) display.asyncExec(() -> on.accept(value));
                    }
                });
    }

    private static void log(Throwable failure) {
        if (!dropped(failure)) ILog.get().error("no answer of the language server", failure);
    }

    /** Whether the server gave a question up, rather than failed over it. */
    static boolean dropped(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        return root instanceof CancellationException
                || root instanceof ResponseErrorException e && DROPPED.contains(code(e));
    }

    private static int code(ResponseErrorException e) {
        return e.getResponseError().getCode();
    }
}
