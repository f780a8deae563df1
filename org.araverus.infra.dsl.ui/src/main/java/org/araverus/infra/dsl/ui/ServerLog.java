// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import org.apache.log4j.spi.ThrowableInformation;
import org.eclipse.core.runtime.ILog;

/** What the server logs stands in the workbench's error log. */
final class ServerLog extends AppenderSkeleton {
    private static final String NAME = "workbench";

    private ServerLog() {}

    static void open() {
        Logger root = Logger.getLogger("org.eclipse.xtext");
        if (root.getAppender(NAME) != null) return;
        ServerLog log = new ServerLog();
        log.setName(NAME);
        log.setThreshold(Level.WARN);
        root.addAppender(log);
    }

    @Override
    protected void append(LoggingEvent event) {
        ThrowableInformation thrown = event.getThrowableInformation();
        Throwable cause = thrown == null ? null : thrown.getThrowable();
        if (event.getLevel().isGreaterOrEqual(Level.ERROR))
            ILog.get().error(event.getRenderedMessage(), cause);
        else ILog.get().warn(event.getRenderedMessage(), cause);
    }

    @Override
    public void close() {}

    @Override
    public boolean requiresLayout() {
        return false;
    }
}
