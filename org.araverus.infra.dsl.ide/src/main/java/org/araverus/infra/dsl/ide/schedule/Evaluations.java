// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.engine.design.Design;
import org.eclipse.emf.common.util.URI;
import org.jspecify.annotations.Nullable;

/**
 * The newest answer of every evaluate of a workspace, and what stands in each file. Asking never
 * waits; safe for all threads.
 */
public final class Evaluations {
    private final Map<String, List<Answer>> byFile = new TreeMap<>();
    private final Map<String, Read> read = new HashMap<>();

    /**
     * A file as it was read last.
     *
     * @param design of everything in it and what it reaches
     * @param findings of rules and compiler, accepted ones included
     */
    public record Read(Design design, List<Diagnostic> findings) {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    /** Of the evaluates of a file, in the order of its text. */
    public synchronized List<Answer> of(URI file) {
        return byFile.getOrDefault(file.toString(), List.of());
    }

    /** All of them, by file and in the order of each. */
    public synchronized List<Answer> all() {
        return byFile.values().stream().flatMap(List::stream).toList();
    }

    /** What stands in a file; null for one that is not known. */
    public synchronized @Nullable Read read(URI file) {
        return read.get(file.toString());
    }

    synchronized void put(URI file, Read what) {
        read.put(file.toString(), what);
    }

    synchronized void forget(URI file) {
        read.remove(file.toString());
    }

    /** Those whose designs reach an element, by file and in the order of each. */
    public synchronized List<Answer> reaching(String element) {
        return byFile.values().stream()
                .flatMap(List::stream)
                .filter(a -> a.evaluated().design().elements().containsKey(element))
                .toList();
    }

    /** Takes the answers of a file; whether they differ from those before. */
    synchronized boolean put(URI file, List<Answer> answers) {
        List<Answer> before =
                answers.isEmpty()
                        ? byFile.remove(file.toString())
                        : byFile.put(file.toString(), List.copyOf(answers));
        return !answers.equals(before == null ? List.of() : before);
    }
}
