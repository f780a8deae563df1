// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.function.Supplier;

/** Runs work on a stack deep enough for texts that nest far beyond what people write. */
final class Deep {
    private static final long STACK = 1L << 26;

    private Deep() {}

    static <T> T run(Supplier<T> work) {
        if (Thread.currentThread().getName().equals("infra-deep")) return work.get();
        Object[] result = new Object[1];
        Throwable[] failure = new Throwable[1];
        Thread t =
                new Thread(
                        null,
                        () -> {
                            try {
                                result[0] = work.get();
                            } catch (Throwable e) {
                                failure[0] = e;
                            }
                        },
                        "infra-deep",
                        STACK);
        t.start();
        try {
            t.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (failure[0] instanceof RuntimeException e) throw e;
        if (failure[0] instanceof Error e) throw e;
        if (failure[0] != null) throw new IllegalStateException(failure[0]);
        @SuppressWarnings("unchecked") // what work gave
        T value = (T) result[0];
        return value;
    }
}
