// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.render.Sources;

/**
 * An evaluate that was found.
 *
 * @param name qualified
 * @param errors of its text, which stand in the way of an evaluation; mostly none
 * @param sources the lines behind the places
 */
record Candidate(String name, Design design, List<Shown> errors, Sources sources) {

    /** The last segment of the name. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether a call means this one. */
    boolean isCalled(String given) {
        return name.equals(given) || simpleName().equals(given);
    }

    /** Those of a name, all of them where none is given. */
    static List<Candidate> select(List<Candidate> all, String name, String path)
            throws UsageException {
        if (name.isEmpty()) return all;
        List<Candidate> found = all.stream().filter(c -> c.isCalled(name)).toList();
        if (!found.isEmpty()) return found;
        List<String> names = all.stream().map(Candidate::simpleName).toList();
        throw new UsageException(
                "no evaluate "
                        + name
                        + " in "
                        + path
                        + Nearest.to(name, names)
                                .map(n -> "; did you mean " + n + "?")
                                .orElse("; there are " + String.join(", ", names)));
    }
}
