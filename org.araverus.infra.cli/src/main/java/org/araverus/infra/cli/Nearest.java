// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The word that somebody meant: the one with the fewest letters to change. */
final class Nearest {
    private Nearest() {}

    /** The nearest word, if at most a third of its letters differ. */
    static Optional<String> to(String typed, Collection<String> words) {
        return words.stream()
                .filter(w -> distance(typed, w) * 3 <= Math.max(typed.length(), w.length()))
                .min(
                        Comparator.<String>comparingInt(w -> distance(typed, w))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** The nearest words of several parts, by the whole or by what is behind the first dot. */
    static List<String> several(String typed, Collection<String> words, int most) {
        return words.stream()
                .filter(w -> tail(typed, w) * 3 <= typed.length())
                .sorted(
                        Comparator.<String>comparingInt(w -> tail(typed, w))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static int tail(String typed, String word) {
        String behind = word.substring(word.indexOf('.') + 1);
        return Math.min(distance(typed, word), distance(typed, behind));
    }

    /** Letters to insert, drop or replace (Levenshtein), row by row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
