// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** What the server says by itself. */
final class Client implements LanguageClient {
    private final Diagnostics diagnostics;
    private final Refreshes refreshes = new Refreshes();

    Client(Connection connection) {
        diagnostics = new Diagnostics(connection);
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    Refreshes refreshes() {
        return refreshes;
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams published) {
        diagnostics.publish(published);
    }

    @Override
    public CompletableFuture<Void> refreshSemanticTokens() {
        return refresh();
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        return refresh();
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        return refresh();
    }

    private CompletableFuture<Void> refresh() {
        refreshes.run();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void showMessage(MessageParams message) {
        logMessage(message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
            ShowMessageRequestParams message) {
        logMessage(message);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams message) {
        if (message.getType() == MessageType.Error) ILog.get().error(message.getMessage());
        else if (message.getType() == MessageType.Warning) ILog.get().warn(message.getMessage());
        else ILog.get().info(message.getMessage());
    }

    /** There are no settings: each asked for is null, as the protocol has it. */
    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams asked) {
        Object[] none = new Object[asked.getItems().size()];
        return CompletableFuture.completedFuture(java.util.Arrays.asList(none));
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> unregisterCapability(UnregistrationParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void notifyProgress(ProgressParams params) {}

    @Override
    public void telemetryEvent(Object event) {}
}
