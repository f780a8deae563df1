// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.ide.report.ReportService;
import org.araverus.infra.dsl.ui.lsp.Connection;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.browser.IWorkbenchBrowserSupport;

/** The report of an evaluate, as it is written, in a browser of the workbench. */
final class Reports {
    private Reports() {}

    /**
     * @param arguments of the lens: the file, the evaluate
     */
    static void show(Connection connection, List<Object> arguments) {
        connection
                .execute(ReportService.REPORT, arguments)
                .whenComplete(
                        (answer, failure) -> {
                            if (failure != null) ILog.get().error("no report", failure);
                            else if (answer instanceof Map<?, ?> report)
                                Display.getDefault().asyncExec(() -> show(report));
                        });
    }

    private static void show(Map<?, ?> report) {
        if (!(report.get("html") instanceof String html)) {
            String why = String.valueOf(report.get("message"));
            MessageDialog.openInformation(
                    PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), "Report", why);
            return;
        }
        String title = String.valueOf(report.get("title"));
        try {
            Path page = page(title, html);
            PlatformUI.getWorkbench()
                    .getBrowserSupport()
                    .createBrowser(IWorkbenchBrowserSupport.AS_EDITOR, "infra.report", title, title)
                    .openURL(page.toUri().toURL());
        } catch (IOException | PartInitException e) {
            ILog.get().error("the report of " + title + " cannot be shown", e);
        }
    }

    private static Path page(String title, String html) throws IOException {
        var plugin = Platform.getBundle("org.araverus.infra.dsl.ui");
        Path folder = Platform.getStateLocation(plugin).append("reports").toPath();
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(title + ".html"), html);
    }
}
