// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.jspecify.annotations.Nullable;

/** What the server answers beyond the protocol. */
public interface InfraRequests {
    /**
     * Answers, with nothing, when all that was sent before is worked off and published: what tests
     * wait for.
     */
    @JsonRequest("infra/idle")
    CompletableFuture<@Nullable Object> idle();
}
