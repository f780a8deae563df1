// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How findings count in a design: what its project sets, what its texts accept.
 *
 * @param severities by rule id, where it is not the rule's own: {@code note}, {@code warning},
 *     {@code danger}, {@code error}, or {@code off} if the rule says nothing
 * @param accepted the reason for which a finding is accepted, by {@link #key}
 */
public record Policy(SortedMap<String, String> severities, SortedMap<String, String> accepted) {
    /** Every rule as it is, nothing accepted. */
    public static final Policy NONE = new Policy(new TreeMap<>(), new TreeMap<>());

    public Policy {
        severities = Collections.unmodifiableSortedMap(new TreeMap<>(severities));
        accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
    }

    /** What names a finding: its rule and its origin. */
    public static String key(String rule, Origin origin) {
        return rule + " " + origin;
    }

    /** Of the elements of one design alone. */
    public Policy within(Design design) {
        SortedMap<String, String> own = new TreeMap<>(accepted);
        own.keySet()
                .removeIf(
                        key -> {
                            Origin o = Origin.parse(key.substring(key.indexOf(' ') + 1));
                            return !design.elements().containsKey(o.element());
                        });
        return new Policy(severities, own);
    }
}
