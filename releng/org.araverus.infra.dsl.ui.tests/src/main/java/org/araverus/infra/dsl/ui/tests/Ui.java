// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assertions;

/** The display's own loop, run by the test until it sees what it waits for. */
final class Ui {
    /** No machine is so slow; only a test that fails takes so long. */
    private static final Duration BOUND = Duration.ofSeconds(Integer.getInteger("ui.bound", 60));

    private static final int LOOK_AGAIN_MILLIS = 20;

    private Ui() {}

    /** Handles events until the condition holds; fails with what is seen instead. */
    static void until(BooleanSupplier condition, Supplier<String> seen) {
        Display display = Display.getCurrent();
        Instant end = Instant.now().plus(BOUND);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) Assertions.fail("not seen: " + seen.get());
            turn(display);
        }
    }

    /** Handles all events of now. */
    static void settle() {
        Display display = Display.getCurrent();
        while (display.readAndDispatch()) continue;
        display.update();
    }

    /** Handles the events of now, or waits for the next one. */
    private static void turn(Display display) {
        if (display.readAndDispatch()) return;
        // wakes the display for another look at conditions that come with no event
        display.timerExec(LOOK_AGAIN_MILLIS, () -> {});
        display.sleep();
    }
}
