// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CutTest {

    @Test
    void divisorsAreThoseThatTryingAllGives() {
        for (long n = 1; n <= 300; n++) {
            long count = n;
            List<Long> all =
                    LongStream.rangeClosed(1, n).filter(d -> count % d == 0).boxed().toList();
            for (double to : new double[] {0.5, 1, 2.5, 7, 16, 40, 299, 1e9}) {
                long most = (long) to;
                assertThat(Cut.divisor(n, to))
                        .isEqualTo(
                                all.stream().filter(d -> d <= most).max(naturalOrder()).orElse(1L));
                long nearest = Cut.nearest(n, to);
                assertThat(all).contains(nearest);
                for (long d : all) {
                    double other = Math.abs(d - to);
                    double own = Math.abs(nearest - to);
                    assertThat(own).isLessThanOrEqualTo(other);
                    if (own == other) assertThat(nearest).isGreaterThanOrEqualTo(d);
                }
            }
        }
    }

    private static Comparator<Long> naturalOrder() {
        return Comparator.naturalOrder();
    }

    @Test
    void countsBeyondAllCountingHaveAnAnswer() {
        assertThat(Cut.nearest(64e15, 7)).isEqualTo(8);
        assertThat(Cut.divisor(9.2e18, 1e18)).isPositive();
        assertThat(Cut.nearest(0, 3)).isEqualTo(1);
    }
}
