// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;

/** The newest answer of every evaluate of a workspace. Asking never waits; safe for all threads. */
public final class Evaluations {
    private final Map<String, List<Answer>> byFile = new TreeMap<>();

    /** Of the evaluates of a file, in the order of its text. */
    public synchronized List<Answer> of(URI file) {
        return byFile.getOrDefault(file.toString(), List.of());
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
