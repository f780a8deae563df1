// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.xtext.ide.server.concurrent.ReadRequest;
import org.eclipse.xtext.ide.server.concurrent.RequestManager;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.xbase.lib.Functions.Function1;

/**
 * An answer that says no is an answer: it goes to the client and is not logged as a defect of the
 * server.
 */
@Singleton
public class Requests extends RequestManager {
    /** Called by the injector. */
    @Inject
    public Requests(ExecutorService parallel, OperationCanceledManager cancellation) {
        super(parallel, cancellation);
    }

    @Override
    public synchronized <V> CompletableFuture<V> runRead(
            Function1<? super CancelIndicator, ? extends V> work) {
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
