// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.junit.jupiter.api.Test;

class BuiltInRulesTest {
    private final List<InfraRule> rules = new BuiltInRules().rules();

    @Test
    void holdEveryClassWithAnAnnotation() throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        BuiltInRules.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        List<String> annotated;
        try (Stream<Path> all = Files.walk(classes)) {
            annotated =
                    all.map(p -> classes.relativize(p).toString().replace('\\', '/'))
                            .filter(p -> p.endsWith(".class") && p.contains("/rules/"))
                            .map(p -> p.substring(0, p.length() - 6).replace('/', '.'))
                            .filter(BuiltInRulesTest::isRule)
                            .sorted()
                            .toList();
        }
        assertThat(annotated).hasSizeGreaterThan(20);
        assertThat(BuiltInRules.names()).isEqualTo(annotated);
    }

    private static boolean isRule(String name) {
        try {
            return Class.forName(name).isAnnotationPresent(Rule.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void idsAreUnique() {
        assertThat(rules.stream().map(InfraRule::id)).doesNotHaveDuplicates();
    }

    /** Rules about what is written, whatever its number. */
    private static final Set<String> WITHOUT_A_NUMBER =
            Set.of(
                    "arrivals-beside-concurrency",
                    "expert-precision-without-experts",
                    "liquid-node-without-liquid",
                    "mixed-accelerators-in-placement",
                    "nothing-to-keep",
                    "precision-not-supported",
                    "price-missing");

    private static final List<String> CROSSING =
            List.of("EdgeTest.java", "EvaluatedRulesTest.java", "HeldClockTest.java");

    /** A rule without an edge that a test crosses may speak anywhere. */
    @Test
    void theTestsOfThisRoomCrossTheEdgeOfEachRule() throws IOException {
        Path room = Path.of("src/test/java", getClass().getPackageName().replace('.', '/'));
        StringBuilder tests = new StringBuilder();
        for (String name : CROSSING) tests.append(Files.readString(room.resolve(name)));
        assertThat(rules.stream().map(InfraRule::id))
                .filteredOn(id -> tests.indexOf('"' + id + '"') < 0)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_A_NUMBER);
    }

    @Test
    void aRuleLiesInThePackageOfItsLayer() {
        for (InfraRule r : rules) {
            String name = r.getClass().getPackageName();
            assertThat(name).endsWith("." + r.layer().name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void everyLayerHasTwo() {
        Map<Layer, Integer> count = new EnumMap<>(Layer.class);
        rules.forEach(r -> count.merge(r.layer(), 1, Integer::sum));
        for (Layer l : Layer.values()) {
            if (l != Layer.TEXT) { // rules over text live with the language
                assertThat(count.getOrDefault(l, 0)).as(l.name()).isGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void aSummaryIsOnePhrase() {
        for (InfraRule r : rules) {
            assertThat(r.summary()).as(r.id()).matches("[A-Z].*[^.]").hasSizeLessThan(110);
        }
    }
}
