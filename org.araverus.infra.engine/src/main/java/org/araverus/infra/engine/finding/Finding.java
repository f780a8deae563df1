// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import java.util.List;
import org.araverus.infra.engine.design.Origin;

/**
 * What a rule says.
 *
 * @param rule id
 * @param message what is, what is allowed, by how much
 * @param origin where it is shown
 * @param details where each number comes from
 * @param related other places that take part
 * @param fixes what could be done, best first
 */
public record Finding(
        String rule,
        Severity severity,
        String message,
        Origin origin,
        List<Detail> details,
        List<Origin> related,
        List<Fix> fixes) {
    /** One line of reasons; the origin, where there is one, is printed behind it. */
    public record Detail(String text, Origin origin) {}

    public Finding {
        details = List.copyOf(details);
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    /** The same with another severity. */
    public Finding with(Severity other) {
        return new Finding(rule, other, message, origin, details, related, fixes);
    }
}
