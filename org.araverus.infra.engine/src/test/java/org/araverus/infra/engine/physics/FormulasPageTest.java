// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code docs/formulas.md} is made from the formulas; {@code -Dgoldens=write} writes it anew. */
class FormulasPageTest {

    private static final Path PAGE = Path.of("..", "docs", "formulas.md");

    private static final String HEAD =
            """
            # Formulas

            Made from the `@Formula` annotations of `org.araverus.infra.engine.physics`; a test keeps it true. A number of a result is made of these and of what the text gives; no second copy of any exists. SI units throughout: bytes, seconds, watts, USD. `infra explain PATH METRIC` shows which of them made a number, and from what.

            In a formula, names beside each other are multiplied, and a name may be short for an input that stands behind it: `h` for hidden.

            """;

    /** A class of formulas: what its part of the page is called. */
    private static final Map<Class<?>, String> TITLES =
            Map.ofEntries(
                    Map.entry(ActivationMemory.class, "Memory: activations"),
                    Map.entry(Attribution.class, "What holds back"),
                    Map.entry(CollectiveLatency.class, "Collectives: latency"),
                    Map.entry(Collectives.class, "Collectives"),
                    Map.entry(Compression.class, "Compressed keys and streams"),
                    Map.entry(Cooling.class, "Heat and cooling"),
                    Map.entry(Checkpointing.class, "Checkpoints and interruptions"),
                    Map.entry(Cost.class, "Money"),
                    Map.entry(Deploy.class, "Putting it up"),
                    Map.entry(Layer.class, "A layer"),
                    Map.entry(ModelFlops.class, "FLOP of a model"),
                    Map.entry(ParallelTraffic.class, "What parallelism exchanges"),
                    Map.entry(Parameters.class, "Parameters"),
                    Map.entry(Pipeline.class, "Pipeline"),
                    Map.entry(Power.class, "Power"),
                    Map.entry(Recurrences.class, "Recurrent and windowed layers"),
                    Map.entry(Roofline.class, "Kernels: the roofline"),
                    Map.entry(Schedule.class, "A training step"),
                    Map.entry(Serving.class, "Serving"),
                    Map.entry(Shapes.class, "Sizes of one rank"),
                    Map.entry(StateMemory.class, "Memory: weights, state, cache"),
                    Map.entry(Sums.class, "Sums"),
                    Map.entry(TopologyCounts.class, "Topologies"),
                    Map.entry(Traffic.class, "Traffic of memory"));

    @Test
    void thePageListsEveryFormula() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("goldens"))) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE)).isEqualTo(page);
        for (String id : Formulas.ids()) assertThat(page).contains("<a id=\"" + id + "\"></a>");
    }

    @Test
    void everyClassOfFormulasHasATitle() {
        assertThat(TITLES.keySet()).isEqualTo(Set.copyOf(Formulas.classes()));
        assertThat(new HashSet<>(TITLES.values())).hasSameSizeAs(TITLES.values());
    }

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        List<Class<?>> classes = new ArrayList<>(Formulas.classes());
        classes.sort((a, b) -> title(a).compareTo(title(b)));
        for (Class<?> c : classes) {
            String anchor = title(c).toLowerCase(Locale.ROOT).replaceAll("[:,]", "");
            page.append("- [" + title(c) + "](#" + anchor.replace(' ', '-') + ")\n");
        }
        for (Class<?> c : classes) group(page, c);
        return page.toString();
    }

    private static String title(Class<?> c) {
        return TITLES.getOrDefault(c, c.getSimpleName());
    }

    private static void group(StringBuilder page, Class<?> c) {
        page.append("\n## " + title(c) + "\n\n");
        page.append("| id | unit | formula | inputs | source |\n");
        page.append("| --- | --- | --- | --- | --- |\n");
        Formulas.all()
                .forEach(
                        (id, f) -> {
                            if (f.method().getDeclaringClass() == c) page.append(row(id, f));
                        });
    }

    private static String row(String id, Formulas.Entry f) {
        return "| <a id=\"%s\"></a>`%s` | %s | %s | %s | %s |\n"
                .formatted(
                        id,
                        id,
                        unit(f.formula().unit()),
                        f.formula().text(),
                        String.join(", ", f.inputs()),
                        f.formula().source());
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "of its terms" : unit;
    }
}
