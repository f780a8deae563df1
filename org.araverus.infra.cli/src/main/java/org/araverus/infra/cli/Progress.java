// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.PrintStream;

/**
 * One line that says that long work goes on, on a terminal alone; it is wiped away at the end.
 * Short work shows nothing.
 */
final class Progress {
    private static final long EVERY_MS = 500;
    private static final int QUIET_TICKS = 2;

    private final PrintStream err;
    private final String what;
    private final Thread ticker;
    private int ticks;
    private boolean shown;
    private boolean ended;

    Progress(PrintStream err, String what) {
        this.err = err;
        this.what = what;
        this.ticker = new Thread(this::run, "progress");
        ticker.setDaemon(true);
    }

    /** Work that may end with input that cannot be read. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does the work; where somebody watches, the line is there until it is done. */
    static <T, E extends Exception> T during(Terminal terminal, String what, Work<T, E> work)
            throws E {
        if (!terminal.env().errIsTerminal()) return work.run();
        Progress p = new Progress(terminal.err(), what);
        p.ticker.start();
        try {
            return work.run();
        } finally {
            p.end();
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(EVERY_MS);
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Half a second has gone. */
    synchronized void tick() {
        if (++ticks <= QUIET_TICKS || ended) return;
        err.print("\r" + what + "   " + ticks * EVERY_MS / 1000 + " s");
        err.flush();
        shown = true;
    }

    /** Wipes the line away. */
    synchronized void end() {
        ended = true;
        ticker.interrupt();
        if (!shown) return;
        err.print("\r\033[K");
        err.flush();
        shown = false;
    }
}
