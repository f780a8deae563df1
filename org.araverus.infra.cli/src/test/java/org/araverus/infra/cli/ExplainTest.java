// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainTest {
    @Test
    void everyPageIsShown() {
        assertThat(RulePages.ids()).contains("rack-power-over-budget").doesNotContain("README");
        for (String id : RulePages.ids()) {
            Call c = Call.of("explain", id);
            assertThat(c.code()).isZero();
            assertThat(c.out()).startsWith(id + "\n").doesNotContain("```", "|---");
            assertThat(RulePages.summary(id)).as(id).isNotBlank();
        }
    }

    @Test
    void withoutAnIdAllAreListed() {
        Call c = Call.of("explain");
        assertThat(c.code()).isZero();
        assertThat(c.out().lines()).hasSameSizeAs(RulePages.ids());
        assertThat(c.out()).doesNotContain("null");
    }

    @Test
    void aSlipIsForgiven() {
        Call c = Call.of("explain", "rack-power-over-budge");
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.err())
                .isEqualTo(
                        "infra: no rule rack-power-over-budge;"
                                + " did you mean rack-power-over-budget?\n");
        assertThat(Call.of("explain", "../build").code()).isEqualTo(2);
    }
}
