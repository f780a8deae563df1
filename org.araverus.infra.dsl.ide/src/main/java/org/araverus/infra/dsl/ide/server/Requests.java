// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.concurrent.ReadRequest;
import org.eclipse.xtext.ide.server.concurrent.RequestManager;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.xbase.lib.Functions.Function0;
import org.eclipse.xtext.xbase.lib.Functions.Function1;
import org.eclipse.xtext.xbase.lib.Functions.Function2;

/**
 * An answer that says no is an answer: it goes to the client and is not logged as a defect of the
 * server. Behind the end all answers say no.
 */
@Singleton
public class Requests extends RequestManager {
    /** Called by the injector. */
    @Inject
    public Requests(ExecutorService parallel, OperationCanceledManager cancellation) {
        super(parallel, cancellation);
    }

    private boolean ended;

    /** From now on nothing is read and written. */
    synchronized void end() {
        ended = true;
    }

    private static <V> CompletableFuture<V> over() {
        return CompletableFuture.failedFuture(
                new ResponseErrorException(
                        new ResponseError(
                                ResponseErrorCode.InvalidRequest,
                                "the server has been shut down",
                                null)));
    }

    /** Who waits for the requests before does not care how they were answered. */
    @Override
    protected boolean isCancelException(Throwable t) {
        return super.isCancelException(t)
                || t instanceof ResponseErrorException
                || t instanceof CompletionException
                        && t.getCause() instanceof ResponseErrorException;
    }

    @Override
    public synchronized <U, V> CompletableFuture<V> runWrite(
            Function0<? extends U> begin,
            Function2<? super CancelIndicator, ? super U, ? extends V> work) {
        return ended ? over() : super.runWrite(begin, work);
    }

    @Override
    public synchronized <V> CompletableFuture<V> runRead(
            Function1<? super CancelIndicator, ? extends V> work) {
        if (ended) return over();
        return submit(new Read<>(this, work, getParallelExecutorService()));
    }

    private static final class Read<V> extends ReadRequest<V> {
        Read(
                Requests requests,
                Function1<? super CancelIndicator, ? extends V> work,
                ExecutorService parallel) {
            super(requests, work, parallel);
        }

        @Override
        protected void logAndCompleteExceptionally(Throwable t) {
            if (t instanceof ResponseErrorException) get().completeExceptionally(t);
            else super.logAndCompleteExceptionally(t);
        }
    }
}
