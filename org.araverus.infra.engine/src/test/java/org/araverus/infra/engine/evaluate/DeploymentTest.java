// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Deployment.Kind;
import org.araverus.infra.engine.evaluate.Deployment.Step;
import org.junit.jupiter.api.Test;

/** Ten racks: accelerators in 70 days, switches in 182, adapters from stock. */
class DeploymentTest {
    private static final double DAY = 86400;

    private static String ordered() {
        return ClosedFormTest.text()
                .replace(
                        "\"kind\": \"accelerator\",",
                        "\"kind\": \"accelerator\", \"lead_time\": 6048000.0,")
                .replace(
                        "{\"kind\": \"switch\",",
                        "{\"kind\": \"switch\", \"lead_time\": {\"si\": 15724800.0,"
                                + " \"spread\": 2592000.0},");
    }

    private static Cluster cluster(Design d) {
        return d.elements().values().stream()
                .filter(Cluster.class::isInstance)
                .map(Cluster.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSwitchesHoldItUp() {
        Design design = ClosedFormTest.design(ordered());
        Deployment d = Deployment.of(design, cluster(design));
        // one crew puts up ten racks, one a day, then a week of tests
        assertThat(d.time()).isCloseTo((182 + 10 + 7) * DAY, within(1e-3));
        assertThat(d.steps().stream().filter(Step::critical).map(Step::kind))
                .containsExactly(Kind.DELIVERY, Kind.INSTALL, Kind.BURN_IN);
        assertThat(d.steps().getFirst().subject()).isEqualTo("SW");
        assertThat(d.steps().getLast().start() + d.steps().getLast().time()).isEqualTo(d.time());
    }

    /** Cables and modules are ordered like the rest; a link that is a mere rate is not. */
    @Test
    void theModulesHoldItUp() {
        String slower = "\"W\": {\"kind\": \"link\", \"lead_time\": 17280000.0,";
        Design design =
                ClosedFormTest.design(ordered().replace("\"W\": {\"kind\": \"link\",", slower));
        Deployment d = Deployment.of(design, cluster(design));
        assertThat(d.steps().getFirst().subject()).isEqualTo("W");
        assertThat(d.time()).isCloseTo((200 + 10 + 7) * DAY, within(1e-3));
        Design without = ClosedFormTest.design(ordered());
        assertThat(Deployment.of(without, cluster(without)).inStock()).doesNotContain("W");
    }

    @Test
    void itIsAMetricWithAnInterval() {
        Evaluation e = ClosedForm.evaluate(ClosedFormTest.design(ordered()));
        List<Evaluation.Result> all =
                e.metrics().entrySet().stream()
                        .filter(m -> m.getKey().endsWith(".deploy.time"))
                        .map(m -> m.getValue())
                        .toList();
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().value()).isCloseTo(199 * DAY, within(1e-3));
        assertThat(all.getFirst().high()).isCloseTo(229 * DAY, within(1e-3));
    }

    @Test
    void withoutALeadTimeNothingIsSaid() {
        Design design = ClosedFormTest.design(ClosedFormTest.text());
        assertThat(Deployment.of(design, cluster(design))).isNull();
    }
}
