// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.RuleRunner;
import org.araverus.infra.engine.finding.RuleSource;
import org.araverus.infra.engine.rules.BuiltInRules;
import org.junit.jupiter.api.Test;

/**
 * Every example, and every system of the catalog, carried over the edges of the rules one attribute
 * at a time: the finding appears just there.
 */
class ExamplesAtTheEdgeTest {
    private static final Path LIBRARY = Path.of("../org.araverus.infra.dsl/src/main/resources");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (\\S+)");
    private static final Pattern SYSTEM =
            Pattern.compile("(?m)^(accelerator|switch|node|rack|topology|model) (\\w+)");

    @Test
    void findingsAppearJustBeyond() throws IOException {
        Map<String, Integer> met = new TreeMap<>();
        for (Design d : designs()) {
            for (Edges.Edge<?> edge : Edges.all()) {
                RuleRunner runner = new RuleRunner(only(edge.rule()));
                for (Element e : d.elements().values()) {
                    double at = known(edge, e, d);
                    if (!Double.isNaN(at)) {
                        Edges.count(met, edge);
                        cross(edge, e, at, d, runner);
                    }
                }
            }
        }
        // no edge stands in the list for nothing
        assertThat(met).hasSize(Edges.all().size());
    }

    private static void cross(
            Edges.Edge<?> edge, Element e, double at, Design d, RuleRunner runner) {
        Origin attribute = new Origin(e.name(), edge.attribute());
        double step = Math.abs(at) * 1e-9 * (edge.side() == Edges.Side.BELOW ? -1 : 1);
        int inside = runner.check(Numbers.set(d, attribute, at - step)).size();
        int edgeOn = runner.check(Numbers.set(d, attribute, at)).size();
        int beyond = runner.check(Numbers.set(d, attribute, at + step)).size();
        String what = edge.rule() + " by " + attribute + " at " + at;
        assertThat(edgeOn).as(what).isEqualTo(inside);
        assertThat(beyond).as(what).isGreaterThan(edgeOn);
    }

    private static double known(Edges.Edge<?> edge, Element e, Design d) {
        try {
            return edge.of(e, d);
        } catch (NotKnown unknown) {
            return Double.NaN;
        }
    }

    private static RuleSource only(String rule) {
        List<InfraRule> one =
                new BuiltInRules().rules().stream().filter(r -> r.id().equals(rule)).toList();
        return () -> one;
    }

    private static List<Design> designs() throws IOException {
        List<Design> all = new ArrayList<>();
        for (Path folder : List.of(Path.of("../examples"), Path.of("src/test/resources/numbers"))) {
            for (Path p : texts(folder)) {
                all.add(Workspace.open(List.of(p)).design());
            }
        }
        all.add(Workspace.ofTexts(Map.of("catalog.infra", catalog())).design());
        return all;
    }

    private static List<Path> texts(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(".infra")).sorted().toList();
        }
    }

    /** A text that reaches every system of the catalog. */
    private static String catalog() throws IOException {
        StringBuilder body = new StringBuilder("cluster All {\n");
        StringBuilder rest = new StringBuilder();
        TreeSet<String> packages = new TreeSet<>();
        int n = 0;
        for (Path p : texts(LIBRARY)) {
            String text = Files.readString(p);
            PACKAGE.matcher(text).results().forEach(m -> packages.add(m.group(1)));
            for (MatchResult m : SYSTEM.matcher(text).results().toList()) {
                n++;
                switch (m.group(1)) {
                    case "model" ->
                            rest.append("workload W%d trains %s {}\n".formatted(n, m.group(2)));
                    case "topology" ->
                            rest.append("cluster C%d { network: %s }\n".formatted(n, m.group(2)));
                    default -> body.append("  p%d: 1 x %s\n".formatted(n, m.group(2)));
                }
            }
        }
        StringBuilder imports = new StringBuilder("package demo\n\n");
        packages.forEach(p -> imports.append("import ").append(p).append(".*\n"));
        return imports + "\n" + body + "}\n\n" + rest;
    }
}
