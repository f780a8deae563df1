// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import picocli.CommandLine.ParseResult;

/** Options that take one of a few words. */
final class Choices {
    private Choices() {}

    /** The word given; the first one where none is. */
    static String of(ParseResult given, String option, String... words) throws UsageException {
        List<String> all = List.of(words);
        String word = given.matchedOptionValue(option, all.getFirst());
        if (all.contains(word)) return word;
        throw new UsageException(option + " is one of " + String.join(", ", all) + "; not " + word);
    }
}
