// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.emf.common.util.URI;
import org.jspecify.annotations.Nullable;

/** Which readings of files still wait for the engine, and who waits for that. */
final class Pending {
    private final Map<URI, Long> newest = new HashMap<>();
    private final Map<URI, Long> open = new HashMap<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long count;
    private boolean stopped;

    /** Waits for one file, or for all of them. */
    private record Waiter(@Nullable URI uri, CompletableFuture<Void> done) {}

    /** Begins a reading, which supersedes those before; its number. */
    synchronized long begin(URI uri) {
        newest.put(uri, ++count);
        if (!stopped) open.put(uri, count);
        return count;
    }

    synchronized boolean isNewest(URI uri, long number) {
        return newest.getOrDefault(uri, 0L) == number;
    }

    /** Whether nothing waits any more. */
    synchronized boolean isQuiet() {
        return open.isEmpty();
    }

    /** Whether nothing waits any more once a reading is worked off. */
    synchronized boolean isLast(URI uri, long number) {
        return open.isEmpty() || open.size() == 1 && open.getOrDefault(uri, 0L) == number;
    }

    /** Whether nothing of a file waits. */
    synchronized boolean isQuiet(URI uri) {
        return !open.containsKey(uri);
    }

    /** A reading is worked off, or a newer one will be. */
    void end(URI uri, long number) {
        List<CompletableFuture<Void>> ready = new ArrayList<>();
        synchronized (this) {
            open.remove(uri, number);
            waiters.removeIf(
                    w -> {
                        boolean done = w.uri == null ? isQuiet() : isQuiet(w.uri);
                        if (done) ready.add(w.done);
                        return done;
                    });
        }
        ready.forEach(f -> f.complete(null));
    }

    /** Nothing will be worked off any more: who waits goes on. */
    void stop() {
        List<Waiter> all;
        synchronized (this) {
            stopped = true;
            open.clear();
            all = List.copyOf(waiters);
            waiters.clear();
        }
        all.forEach(w -> w.done.complete(null));
    }

    /** A file is gone. */
    void forget(URI uri) {
        Long number;
        synchronized (this) {
            newest.remove(uri);
            number = open.get(uri);
        }
        if (number != null) end(uri, number);
    }

    /** Completes when nothing waits; of one file, or without one of all. */
    synchronized CompletableFuture<Void> quiet(@Nullable URI uri) {
        if (uri == null ? isQuiet() : isQuiet(uri)) return CompletableFuture.completedFuture(null);
        CompletableFuture<Void> done = new CompletableFuture<>();
        waiters.add(new Waiter(uri, done));
        return done;
    }
}
