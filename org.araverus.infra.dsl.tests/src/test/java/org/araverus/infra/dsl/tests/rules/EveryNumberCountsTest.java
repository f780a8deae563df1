// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.RuleRunner;
import org.araverus.infra.engine.rules.BuiltInRules;
import org.araverus.infra.engine.structure.ModelParameters;
import org.junit.jupiter.api.Test;

/**
 * No number is decoration: each numeric attribute, moved by 10 % in a design that gives it, changes
 * a metric or a finding. Exceptions stand in {@code numbers/exceptions.txt} with a reason; the list
 * may only shrink.
 */
class EveryNumberCountsTest {
    private static final Path FOLDER = Path.of("src/test/resources/numbers");
    private static final Path EXCEPTIONS = FOLDER.resolve("exceptions.txt");
    private static final RuleRunner RUNNER = new RuleRunner(new BuiltInRules());

    @Test
    void movedByTenPercentItChangesSomething() throws IOException {
        Map<String, Boolean> counts = new TreeMap<>();
        Numbers.attributes().forEach(a -> counts.put(a, false));
        for (Design d : designs()) {
            String before = answer(d);
            for (Numbers.Slot s : Numbers.of(d)) {
                if (!counts.get(s.attribute()) && changes(d, s, before)) {
                    counts.put(s.attribute(), true);
                }
            }
        }
        Set<String> idle = new TreeSet<>(counts.keySet());
        idle.removeIf(counts::get);
        assertThat(idle).isEqualTo(exceptions().keySet());
        exceptions().values().forEach(reason -> assertThat(reason).isNotBlank());
    }

    private static boolean changes(Design d, Numbers.Slot s, String before) {
        for (double factor : new double[] {1.1, 0.9}) {
            Design moved = Numbers.moved(d, s.origin(), x -> move(x, factor, s));
            if (!answer(moved).equals(before)) {
                return true;
            }
        }
        return false;
    }

    /** A tenth more or less; of a temperature a tenth of its degrees Celsius. */
    private static double move(double x, double factor, Numbers.Slot s) {
        if (s.unit().equals("degC")) {
            return (x - 273.15) * factor + 273.15;
        }
        if (!s.whole()) {
            return x * factor;
        }
        return factor > 1 ? Math.ceil(x * factor) : Math.max(1, Math.floor(x * factor));
    }

    /** All that the engine says of a design, to the last digit. */
    private static String answer(Design d) {
        Evaluation e = ClosedForm.evaluate(d);
        List<Object> all = new ArrayList<>(List.of(e.metrics(), e.requirements()));
        for (Element of : d.elements().values()) {
            if (of instanceof Model m) {
                all.add(ModelParameters.total(m));
            }
        }
        all.add(RUNNER.check(e, d));
        all.add(RUNNER.check(d));
        return all.toString();
    }

    private static List<Design> designs() throws IOException {
        Stream<Path> files =
                Stream.concat(
                        Files.list(FOLDER),
                        Stream.of(Path.of("../examples/first-rack/first-rack.infra")));
        List<Path> texts = files.filter(p -> p.toString().endsWith(".infra")).sorted().toList();
        return texts.stream()
                .flatMap(p -> Workspace.open(List.of(p)).evaluates().stream())
                .map(Compiled::design)
                .toList();
    }

    /** A line each: attribute, two blanks or more, reason. */
    private static Map<String, String> exceptions() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String line : Files.readAllLines(EXCEPTIONS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" {2,}", 2);
                all.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return all;
    }
}
