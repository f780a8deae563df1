// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Stack;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.structure.ModelParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalog as a text like any other: it reads, links, and its numbers agree with each other. */
class CatalogTest {
    private static final Path HOME =
            Path.of("../org.araverus.infra.dsl/src/main/resources/araverus");
    private static final Map<String, String> ROUNDED =
            Map.of("araverus.models.Kimi_K2", "its makers print 1.04e12, its sizes give 1.026e12");

    /** What makers print where the name cuts it short, in billions. */
    private static final Map<String, Double> PRINTED =
            Map.of(
                    "Qwen2.5-7B",
                    7.61,
                    "Qwen2.5-14B",
                    14.7,
                    "Qwen2.5-32B",
                    32.5,
                    "Qwen3-14B",
                    14.8,
                    "Qwen3-32B",
                    32.8,
                    "Nemotron-4-15B",
                    15.6);

    /** Names that say another count than the public recipe of that name, which has no other. */
    private static final Set<String> NAMED_OTHERWISE =
            Set.of("MPT-70B", "Megatron-40B", "Nemotron-22B");

    /** A count in a name: 70B, 8x22B, 1.7B, 126M, 1T; of 235B-A22B the first. */
    private static final Pattern COUNT =
            Pattern.compile("[-A-Za-z_.](?:(\\d+)x)?(\\d+(?:\\.\\d+)?)([BMT])(?![A-Za-z0-9])");

    private static Workspace catalog;

    @BeforeAll
    static void read() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(HOME)) {
            for (Path p : files.filter(f -> f.toString().endsWith(".infra")).sorted().toList())
                if (!p.endsWith("units.infra"))
                    texts.put(
                            HOME.relativize(p).toString().replace('\\', '/'), Files.readString(p));
        }
        catalog = Workspace.ofTexts(texts);
    }

    @Test
    void nothingIsWrong() {
        List<String> wrong = new ArrayList<>();
        for (Diagnostic d : catalog.check())
            if (d.severity() == Severity.ERROR || d.severity() == Severity.DANGER)
                wrong.add(d.place() + " " + d.code() + " " + d.message());
        assertThat(wrong).isEmpty();
    }

    /** Parameters that follow from the sizes are the published ones within 1 %. */
    @Test
    void parametersAreThePublishedOnes() {
        List<String> off = new ArrayList<>();
        int models = 0;
        for (Element e : catalog.design().elements().values())
            if (e instanceof Model m
                    && m.published().parameters().isKnown()
                    && !ROUNDED.containsKey(m.name())) {
                models++;
                double error = ModelParameters.total(m) / m.published().parameters().si() - 1;
                if (Math.abs(error) > 0.01) off.add("%s %+.2f %%".formatted(m.name(), 100 * error));
            }
        assertThat(off).isEmpty();
        assertThat(models).isGreaterThanOrEqualTo(35);
    }

    /** Parameters that follow from the sizes are those that the name says, as it rounds them. */
    @Test
    void parametersAreThoseOfTheName() {
        List<String> off = new ArrayList<>();
        int models = 0;
        for (Element e : catalog.design().elements().values()) {
            if (!(e instanceof Model m)) continue;
            double total = ModelParameters.total(m);
            for (String alias : m.alias()) {
                Matcher count = COUNT.matcher(alias);
                boolean names = count.find() && count.group(1) == null;
                if (!names || NAMED_OTHERWISE.contains(alias)) continue;
                models++;
                double unit = Map.of("M", 1e6, "B", 1e9, "T", 1e12).get(count.group(3));
                double named = Double.parseDouble(count.group(2)) * unit;
                int digits = count.group(2).length() - 1 - count.group(2).indexOf('.');
                double last = count.group(2).contains(".") ? Math.pow(10, -digits) : 1;
                double most = Math.max(0.02 * named, 0.6 * last * unit);
                if (PRINTED.containsKey(alias)) {
                    named = PRINTED.get(alias) * 1e9;
                    most = 0.01 * named;
                }
                if (Math.abs(total - named) > most) off.add("%s %.4g".formatted(alias, total));
            }
        }
        assertThat(off).isEmpty();
        assertThat(models).isGreaterThanOrEqualTo(60);
    }

    /** A name by which a ledger or an importer finds a part finds one part alone. */
    @Test
    void aliasesAreUnique() {
        Map<String, String> of = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (Element e : catalog.design().elements().values())
            for (String alias : aliases(e)) {
                String other = of.put(alias, e.name());
                if (other != null) twice.add(alias + ": " + other + " and " + e.name());
            }
        assertThat(twice).isEmpty();
        assertThat(of)
                .containsKeys(
                        "H100-SXM",
                        "Llama-3.1-405B",
                        "Megatron-1.7B",
                        "GB300",
                        "MI300X",
                        "TPU-v4",
                        "Trainium2",
                        "Gaudi3");
    }

    private static List<String> aliases(Element e) {
        return switch (e) {
            case Accelerator a -> a.alias();
            case Model m -> m.alias();
            case Stack s -> s.alias();
            default -> List.of();
        };
    }

    /** What a machine draws is no less than its accelerators may draw together. */
    @Test
    void machinesFeedTheirAccelerators() {
        List<String> short_ = new ArrayList<>();
        int nodes = 0;
        for (Element e : catalog.design().elements().values())
            if (e instanceof Node n) {
                double accelerators = 0;
                for (Part p : n.header().parts())
                    for (Part.Run r : p.runs())
                        if (catalog.design().get(r.type()) instanceof Accelerator a)
                            accelerators += r.count().si() * a.power().limit().si();
                nodes++;
                if (accelerators > n.power().max().si()) short_.add(n.name());
            }
        assertThat(short_).isEmpty();
        assertThat(nodes).isGreaterThan(8);
    }

    /** Every value says where it comes from. */
    @Test
    void everyValueHasASource() {
        List<String> bare = new ArrayList<>();
        catalog.design()
                .trace()
                .forEach(
                        (origin, t) -> {
                            boolean value = t.unit() != null;
                            if (value && t.source() == null) bare.add(origin.toString());
                        });
        assertThat(bare).isEmpty();
    }
}
