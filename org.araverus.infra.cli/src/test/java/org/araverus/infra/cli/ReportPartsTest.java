// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.json.UnreadableDesign;
import org.araverus.infra.report.view.Article;
import org.araverus.infra.report.view.Ideal;
import org.araverus.infra.report.view.Limit;
import org.araverus.infra.report.view.Metrics;
import org.araverus.infra.report.view.Part;
import org.araverus.infra.report.view.Supply;
import org.araverus.infra.report.view.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report shows as parts of a whole is the whole that the engine gives. */
class ReportPartsTest {
    @TempDir Path folder;

    @Test
    void partsAddUpOverAllHosts() throws IOException, UnreadableDesign {
        List<Path> designs = Examples.compiled(folder);
        assertThat(designs).hasSizeGreaterThan(5);
        for (Path p : designs) {
            Evaluated e = Evaluated.of(Evaluated.read(Files.readString(p)));
            Article a = article(p);
            same(p, e, "cost.per_hour", a.costs().running());
            List<Part> draw =
                    a.supplies().stream()
                            .filter(s -> s.title().equals("Power draw"))
                            .flatMap(s -> s.wholes().stream())
                            .flatMap(w -> w.parts().stream())
                            .toList();
            same(p, e, "power.peak", draw);
        }
    }

    /** A reader asks for each of them, and gets how much of it is in use. */
    @Test
    void layersSayHowMuchIsInUse() throws IOException, UnreadableDesign {
        for (Path p : Examples.compiled(folder)) {
            Article a = article(p);
            assertThat(a.need())
                    .as(p.toString())
                    .matches("Used: memory at \\S+\u00a0%, network busy .* of its ideal, .*")
                    .contains("power draw at ", "cooling at ");
            for (Supply s : a.supplies()) {
                if (!s.title().equals("Software")) continue;
                assertThat(s.ideals()).isNotEmpty();
                for (Ideal i : s.ideals()) {
                    assertThat(i.reached()).isBetween(0.01, 1.0);
                    assertThat(i.left().si())
                            .isCloseTo(
                                    Math.abs(i.now().si() - i.ideal().si()),
                                    within(1e-9 * i.now().si()));
                }
            }
        }
    }

    /** A metric leads to how it came to be, and is the same number there. */
    @Test
    void metricsOpen() throws IOException, UnreadableDesign {
        for (Path p : Examples.compiled(folder)) {
            Article a = article(p);
            for (Work w : a.work())
                for (Metrics.Row m : w.metrics()) {
                    assertThat(a.tree(m.key())).as(m.key()).isNotEmpty();
                    assertThat(a.trees())
                            .anyMatch(x -> x.name().equals(m.key()) && x.value().equals(m.value()));
                }
        }
    }

    @Test
    void demandsHaveIntervals() throws IOException, UnreadableDesign {
        for (Path p : Examples.compiled(folder)) {
            Article a = article(p);
            List<Limit> memory =
                    a.supplies().stream()
                            .filter(s -> s.title().equals("Memory"))
                            .flatMap(s -> s.limits().stream())
                            .filter(l -> l.what().equals("accelerator memory"))
                            .toList();
            assertThat(memory).isNotEmpty();
            for (Limit l : memory) assertThat(l.demand().interval()).as(p + "").isNotEmpty();
        }
    }

    @Test
    void poolsAreCutOnTheirOwn() throws IOException, UnreadableDesign {
        for (Path p : Examples.compiled(folder)) {
            if (!p.getFileName().toString().contains("nvl72.Serving")) continue;
            assertThat(article(p).work().getFirst().facts())
                    .anyMatch(
                            f ->
                                    f.value()
                                            .matches(
                                                    "tp 1 .* prefill \\d+ x \\(ep \\d+ \u00b7"
                                                            + " dp \\d+\\)"));
            return;
        }
        throw new AssertionError("no design with pools");
    }

    private static Article article(Path p) throws IOException, UnreadableDesign {
        Evaluated e = Evaluated.of(Evaluated.read(Files.readString(p)));
        return Article.of("a", e.design(), e.evaluation(), ClosedForm.explain(e.design()));
    }

    private static void same(Path of, Evaluated e, String metric, List<Part> parts) {
        if (!e.evaluation().metrics().containsKey(metric)) {
            assertThat(parts).isEmpty();
            return;
        }
        double whole = e.evaluation().metrics().get(metric).value();
        double sum = parts.stream().mapToDouble(p -> p.amount().si()).sum();
        // traces of the whole stay out of a chart
        assertThat(sum).as(of + " " + metric).isCloseTo(whole, within(whole * 2e-3));
        assertThat(sum).isLessThanOrEqualTo(whole * (1 + 1e-9));
    }
}
