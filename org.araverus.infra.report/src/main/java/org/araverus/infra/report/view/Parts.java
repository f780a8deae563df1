// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.engine.evaluate.Evaluation.Share;

/** A whole and its parts. */
final class Parts {
    private static final double LEAST_SHARE = 0.0005;

    private Parts() {}

    /** Shares that are more than a trace, in the order given. */
    static List<Part> of(List<Share> shares, String unit) {
        double all = shares.stream().mapToDouble(Share::value).sum();
        List<Part> parts = new ArrayList<>();
        for (Share s : shares)
            if (s.value() > all * LEAST_SHARE)
                parts.add(new Part(s.name(), Quantity.of(s.value(), unit), s.value() / all));
        return parts;
    }
}
