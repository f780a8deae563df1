// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.araverus.infra.engine.design.Header;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.registry.Schema.AttributeEntry;
import org.araverus.infra.engine.registry.Schema.BlockEntry;
import org.araverus.infra.engine.registry.Schema.KindEntry;
import org.araverus.infra.engine.registry.Schema.Member;
import org.araverus.infra.engine.registry.Schema.MetricEntry;
import org.araverus.infra.engine.registry.Schema.ValueType;
import org.junit.jupiter.api.Test;

/** The schema is what the records say, no more and no less. */
class SchemaTest {
    @Test
    void hasTheKindsOfTheDesign() {
        assertThat(Schema.builtIn().kinds())
                .extracting(KindEntry::name)
                .containsExactly(
                        "accelerator",
                        "cpu",
                        "nic",
                        "link",
                        "switch",
                        "node",
                        "rack",
                        "topology",
                        "site",
                        "cluster",
                        "model",
                        "stack",
                        "workload",
                        "evaluate");
    }

    @Test
    void structureIsNoAttribute() {
        assertThat(names("workload")).doesNotContain("header", "mode", "model", "requirements");
        assertThat(names("evaluate")).isEmpty();
    }

    @Test
    void readsUnitBoundsAndDoc() {
        AttributeEntry feeds = attribute("rack", "power", "feeds");
        assertThat(feeds.type()).isEqualTo(ValueType.COUNT);
        assertThat(feeds.min()).isEqualTo(1);
        assertThat(feeds.max()).isEqualTo(16);
        AttributeEntry budget = attribute("rack", "power", "budget");
        assertThat(budget.type()).isEqualTo(ValueType.VALUE);
        assertThat(budget.unit()).isEqualTo("W");
        assertThat(budget.doc()).isEqualTo("The most it may draw");
        assertThat(attribute("node", "cooling", "inlet").type()).isEqualTo(ValueType.SPAN);
        assertThat(attribute("workload", "prompt").type()).isEqualTo(ValueType.DISTRIBUTION);
        assertThat(attribute("model", "alias").type()).isEqualTo(ValueType.TEXT_LIST);
        assertThat(attribute("model", "gated").type()).isEqualTo(ValueType.FLAG);
    }

    @Test
    void spellsLiteralsAsPeopleDo() {
        assertThat(attribute("rack", "power", "redundancy").literals())
                .extracting(Schema.Literal::text)
                .containsExactly("N", "N+1", "2N");
        assertThat(attribute("workload", "recompute").literals())
                .extracting(Schema.Literal::text)
                .containsExactly("none", "selective", "modules", "full");
    }

    @Test
    void aReferenceKnowsItsKindAndWhatMayStandInItsPlace() {
        assertThat(attribute("topology", "switch").refersTo()).isEqualTo("switch");
        AttributeEntry link = attribute("topology", "link");
        assertThat(link.refersTo()).isEqualTo("link");
        assertThat(link.orQuantity()).isEqualTo("B/s");
    }

    @Test
    void namedBlocksAreRepeated() {
        BlockEntry tier = (BlockEntry) member(kind("topology").members(), "tier");
        assertThat(tier.repeated()).isTrue();
        assertThat(tier.members()).extracting(Member::name).contains("endpoints", "switch");
        assertThat(((BlockEntry) member(kind("rack").members(), "power")).repeated()).isFalse();
    }

    @Test
    void aGroupIsStructuralIfOneOfItsMetricsIs() {
        List<MetricEntry> cluster = kind("cluster").metrics();
        assertThat(metric(cluster, "power").group()).isTrue();
        assertThat(metric(cluster, "power").structural()).isTrue();
        assertThat(metric(metric(cluster, "power").members(), "peak").structural()).isFalse();
        assertThat(metric(cluster, "heat").structural()).isFalse();
        MetricEntry ttft = metric(kind("workload").metrics(), "ttft");
        assertThat(ttft.group()).isFalse();
        assertThat(ttft.members()).extracting(MetricEntry::name).contains("p99");
    }

    @Kind(value = "pump", doc = "Moves a liquid")
    record Pump(
            Header header,
            @Attribute(doc = "Lift", unit = "m", min = 0) Value headLoss,
            @Attribute(doc = "Its controller") Ref<Switch> switch_,
            @Attribute(doc = "Curve") List<Value> curve) {}

    @Test
    void oneAnnotatedComponentIsOneAttribute() {
        Schema schema = new Schema(List.of(Pump.class));
        assertThat(schema.kind("pump").members())
                .extracting(Member::name)
                .containsExactly("head_loss", "switch", "curve");
        assertThat(((AttributeEntry) schema.kind("pump").members().get(2)).type())
                .isEqualTo(ValueType.NUMBER_LIST);
    }

    record NoKind(@Attribute(doc = "None") Value value) {}

    @Kind(value = "odd", doc = "Has what no text can say")
    record Odd(@Attribute(doc = "A thread") Thread thread) {}

    @Test
    void whatIsNoKindOrNoValueIsRefused() {
        assertThatThrownBy(() -> new Schema(List.of(NoKind.class))).hasMessageContaining("NoKind");
        assertThatThrownBy(() -> new Schema(List.of(Odd.class))).hasMessageContaining("thread");
    }

    private static KindEntry kind(String name) {
        KindEntry kind = Schema.builtIn().kind(name);
        assertThat(kind).isNotNull();
        return kind;
    }

    private static List<String> names(String kind) {
        return kind(kind).members().stream().map(Member::name).toList();
    }

    private static Member member(List<Member> all, String name) {
        return all.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static MetricEntry metric(List<MetricEntry> all, String name) {
        return all.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static AttributeEntry attribute(String kind, String... path) {
        List<Member> all = kind(kind).members();
        for (int i = 0; i + 1 < path.length; i++)
            all = ((BlockEntry) member(all, path[i])).members();
        return (AttributeEntry) member(all, path[path.length - 1]);
    }
}
