// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Link;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.evaluate.Deployment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the parts of the catalog say of themselves. What a part owes and lacks stands in {@code
 * catalog/missing.txt} with a reason, what nobody has checked is counted in {@code
 * catalog/unverified.txt}: both may only shrink.
 */
class PartsTest {
    private static final Path HOME =
            Path.of("../org.araverus.infra.dsl/src/main/resources/araverus");
    private static final Path LISTS = Path.of("src/test/resources/catalog");
    private static final Path EXAMPLES = Path.of("../examples");

    private static Design catalog;

    @BeforeAll
    static void read() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path p : infra(HOME))
            if (!p.endsWith("units.infra"))
                texts.put(HOME.relativize(p).toString().replace('\\', '/'), Files.readString(p));
        catalog = Workspace.ofTexts(texts).design();
    }

    private static List<Path> infra(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(f -> f.toString().endsWith(".infra")).sorted().toList();
        }
    }

    /** Power of everything that draws, reach of every cable, peak and memory of accelerators. */
    @Test
    void partsSayWhatTheirKindOwes() throws IOException {
        Map<String, String> missing = new TreeMap<>();
        catalog.elements()
                .values()
                .forEach(
                        e ->
                                owed(e).forEach(
                                                (attribute, there) -> {
                                                    if (!there)
                                                        missing.put(e.name() + " " + attribute, "");
                                                }));
        Map<String, String> listed = list("missing.txt");
        assertThat(missing.keySet()).isEqualTo(listed.keySet());
        assertThat(listed.values()).noneMatch(String::isBlank);
    }

    private static Map<String, Boolean> owed(Element e) {
        return switch (e) {
            case Accelerator a ->
                    Map.of(
                            "memory.capacity", a.memory().capacity().isKnown(),
                            "memory.bandwidth", a.memory().bandwidth().isKnown(),
                            "peak", a.peak().bf16().isKnown() || a.peak().fp16().isKnown(),
                            "power.limit", a.power().limit().isKnown(),
                            "alias", !a.alias().isEmpty());
            case Cpu c -> Map.of("power.limit", c.power().limit().isKnown());
            case Nic n ->
                    Map.of(
                            "bandwidth", n.bandwidth().isKnown(),
                            "power.max", n.power().max().isKnown());
            case Switch s ->
                    Map.of(
                            "ports", s.ports().isKnown(),
                            "bandwidth", s.bandwidth().isKnown(),
                            "power.max", s.power().max().isKnown());
            case Link l when isCable(l) ->
                    Map.of("reach", l.reach().isKnown(), "power", l.power().isKnown());
            case Link l -> Map.of("bandwidth", l.bandwidth().isKnown());
            case Node n ->
                    Map.of(
                            "power.max", n.power().max().isKnown(),
                            "cooling.medium", n.cooling().medium().isKnown(),
                            "cooling.inlet", n.cooling().inlet().isKnown(),
                            "size", n.size().isKnown(),
                            "weight", n.weight().isKnown(),
                            "price", n.price().isKnown());
            case Rack r ->
                    Map.of(
                            "power.budget", r.power().budget().isKnown(),
                            "cooling",
                                    r.cooling().air().isKnown() || r.cooling().liquid().isKnown(),
                            "size", r.size().isKnown());
            default -> Map.of();
        };
    }

    /** A link of a named module or cable, not of a rate alone. */
    private static boolean isCable(Link l) {
        return Stream.of(l.reach(), l.power(), l.price(), l.leadTime()).anyMatch(Value::isKnown);
    }

    /**
     * Prices and lead times differ from buyer to buyer: each says by how much, or that one is
     * known.
     */
    @Test
    void pricesAndLeadTimesHaveHalfWidths() {
        TreeSet<String> bare = new TreeSet<>();
        int[] seen = {0};
        for (Element e : catalog.elements().values())
            for (Value v : bought(e))
                if (v.isKnown()) {
                    seen[0]++;
                    if (!(v.spread() > 0) && !source(v).contains("one price"))
                        bare.add(v.origin().toString());
                }
        assertThat(bare).isEmpty();
        assertThat(seen[0]).isGreaterThan(40);
    }

    private static String source(Value v) {
        Trace t = catalog.trace().get(v.origin());
        return t == null || t.source() == null ? "" : t.source();
    }

    private static List<Value> bought(Element e) {
        return switch (e) {
            case Accelerator a -> List.of(a.price(), a.leadTime());
            case Cpu c -> List.of(c.price(), c.leadTime());
            case Nic n -> List.of(n.price(), n.leadTime());
            case Switch s -> List.of(s.price(), s.leadTime());
            case Link l -> List.of(l.price(), l.leadTime());
            case Node n -> List.of(n.price(), n.leadTime());
            case Rack r -> List.of(r.price(), r.leadTime());
            default -> List.of();
        };
    }

    /** Nothing that an example orders comes from stock by silence. */
    @Test
    void whatExamplesOrderHasALeadTime() throws IOException {
        TreeSet<String> silent = new TreeSet<>();
        int clusters = 0;
        for (Path example : infra(EXAMPLES)) {
            if (example.endsWith("broken.infra") || example.endsWith("overloaded.infra")) continue;
            for (Compiled c : Workspace.open(List.of(example)).evaluates())
                for (Element e : c.design().elements().values())
                    if (e instanceof Cluster cluster) {
                        Deployment d = Deployment.of(c.design(), cluster);
                        assertThat(d).as(example + " " + e.name()).isNotNull();
                        silent.addAll(d.inStock());
                        clusters++;
                    }
        }
        assertThat(silent).isEmpty();
        assertThat(clusters).isGreaterThan(6);
    }

    /** Numbers of parts that nobody has checked, by file. */
    @Test
    void doubtShrinks() throws IOException {
        Map<String, Integer> doubtful = new TreeMap<>();
        catalog.trace()
                .forEach(
                        (origin, t) -> {
                            Element e = catalog.elements().get(origin.element());
                            if (t.how() == Trace.How.TYPED
                                    && t.unit() != null
                                    && t.place() != null
                                    && t.source() != null
                                    && t.source().contains("unverified")
                                    && isPart(e)) doubtful.merge(t.place().file(), 1, Integer::sum);
                        });
        Map<String, Integer> listed = new TreeMap<>();
        list("unverified.txt").forEach((file, n) -> listed.put(file, Integer.valueOf(n)));
        assertThat(doubtful).isEqualTo(listed);
    }

    private static boolean isPart(Element e) {
        return !bought(e).isEmpty() || e instanceof Topology;
    }

    /** A line each: what, two blanks or more, the rest. */
    private static Map<String, String> list(String name) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String line : Files.readAllLines(LISTS.resolve(name)))
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" {2,}", 2);
                all.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        return all;
    }
}
