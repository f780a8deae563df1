// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import java.util.concurrent.CompletionException;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;

/** What a client sends may lack what it must have, or ask for what this server does not do. */
public final class Received {
    /** Kept, since a logger that nobody holds forgets its filter. */
    private static final Logger ENDPOINT = Logger.getLogger(RemoteEndpoint.class.getName());

    static {
        // an answer may be on its way when its request is cancelled
        ENDPOINT.setFilter(r -> !r.getMessage().startsWith("Unmatched cancel notification"));
    }

    private Received() {}

    /** Requests and notifications are looked through; answers are this server's own. */
    public static MessageConsumer checked(MessageConsumer next) {
        MessageConsumer check = new ReflectiveMessageValidator(next);
        return message -> {
            boolean asked =
                    message instanceof RequestMessage || message instanceof NotificationMessage;
            (asked ? check : next).consume(message);
        };
    }

    /** The answer to a request that could not be worked off. */
    public static ResponseError refusal(Throwable t) {
        Throwable cause =
                t instanceof CompletionException && t.getCause() != null ? t.getCause() : t;
        if (cause instanceof UnsupportedOperationException)
            return new ResponseError(
                    ResponseErrorCode.MethodNotFound, "this server does not answer that", null);
        return RemoteEndpoint.DEFAULT_EXCEPTION_HANDLER.apply(t);
    }
}
