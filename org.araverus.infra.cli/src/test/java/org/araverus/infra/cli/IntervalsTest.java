// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Explained;
import org.araverus.infra.engine.json.UnreadableDesign;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Intervals of the metrics of all examples. */
class IntervalsTest {
    private static final Pattern SPREAD = Pattern.compile("(\"spread\" : )([-+0-9.eE]+)");

    @TempDir Path folder;

    private Map<String, String> texts() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path file : Examples.compiled(folder)) {
            String text = Files.readString(file);
            if (evaluation(text) != null) all.put(file.getFileName().toString(), text);
        }
        assertThat(all).hasSizeGreaterThan(5);
        return all;
    }

    private static Evaluation evaluation(String text) {
        try {
            return Evaluated.of(Evaluated.read(text)).evaluation();
        } catch (UnreadableDesign e) {
            throw new AssertionError(e);
        }
    }

    private static Design design(String text) throws UnreadableDesign {
        return Evaluated.read(text);
    }

    @Test
    void whatStandsOnSomethingUncertainIsUncertain() throws Exception {
        int uncertain = 0;
        for (Map.Entry<String, String> t : texts().entrySet()) {
            Explained e = Explained.of(design(t.getValue()), evaluation(t.getValue()));
            for (String m : e.metrics()) {
                if (!standsOnSpread(e, m)) continue;
                Result r = e.result(m);
                // nothing of something uncertain is nothing
                if (!Double.isFinite(r.value()) || r.value() == 0) continue;
                assertThat(r.low()).as(t.getKey() + " " + m).isLessThan(r.value());
                assertThat(r.high()).as(t.getKey() + " " + m).isGreaterThan(r.value());
                uncertain++;
            }
        }
        assertThat(uncertain).isGreaterThan(50);
    }

    private static boolean standsOnSpread(Explained e, String metric) {
        Result r = e.result(metric);
        // engines that keep up with their arrivals write what is asked for, fast or slow
        boolean rate = metric.matches(".*\\.(throughput|rate\\..*)");
        if (rate && r.high() - r.value() <= 1e-9 * r.value()) return false;
        boolean[] found = new boolean[1];
        Explained.walk(e.derivation(metric), d -> found[0] |= d.spread() > 0);
        return found[0];
    }

    /** Times, powers, and what follows from them, miss something beyond their inputs. */
    @Test
    void noModelIsExact() throws Exception {
        Pattern inexact =
                Pattern.compile(
                        ".*(step_time|mfu|flops|ttft\\.mean|tpot\\.mean|memory\\.peak"
                                + "|power\\.peak|power\\.facility|energy\\.per_token"
                                + "|cost\\.per_token|cost\\.per_hour)");
        for (String text : texts().values()) {
            evaluation(text)
                    .metrics()
                    .forEach(
                            (name, r) -> {
                                if (!inexact.matcher(name).matches()) return;
                                if (!Double.isFinite(r.value())) return;
                                assertThat(r.low()).as(name).isLessThan(r.value());
                                assertThat(r.high()).as(name).isGreaterThan(r.value());
                            });
        }
    }

    /** What is a metric reaches as far as that; what no manager holds at its limit is uncertain. */
    @Test
    void demandsReachAsMetricsDo() throws Exception {
        int metrics = 0;
        int powers = 0;
        for (String text : texts().values()) {
            Evaluation e = evaluation(text);
            for (Headroom h : e.headroom()) {
                assertThat(h.low()).as(h.what()).isLessThanOrEqualTo(h.demand());
                assertThat(h.high()).as(h.what()).isGreaterThanOrEqualTo(h.demand());
                if (h.what().equals("rack power")) {
                    boolean held =
                            e.runs().stream().anyMatch(r -> r.held() != null && r.held().kept());
                    double least = held ? h.demand() * (1 - 1e-9) : 0;
                    assertThat(h.low()).as(h.subject()).isBetween(least, h.demand());
                    if (!held) assertThat(h.low()).as(h.subject()).isLessThan(h.demand());
                    powers++;
                }
                String of = h.subject().substring(h.subject().lastIndexOf('.') + 1);
                Result r = e.metrics().get(of + ".memory.peak");
                if (!h.what().equals("accelerator memory") || r == null) continue;
                assertThat(h.low()).isCloseTo(r.low(), Offset.offset(1e-9 * r.value()));
                assertThat(h.high()).isCloseTo(r.high(), Offset.offset(1e-9 * r.value()));
                metrics++;
            }
        }
        assertThat(metrics).isGreaterThan(5);
        assertThat(powers).isGreaterThan(3);
    }

    @Test
    void aWiderSpreadNeverNarrowsAnInterval() throws Exception {
        int wider = 0;
        for (String text : texts().values()) {
            Map<String, Result> narrow = evaluation(text).metrics();
            Map<String, Result> wide = evaluation(widened(text)).metrics();
            for (Map.Entry<String, Result> e : narrow.entrySet()) {
                Result a = e.getValue();
                Result b = wide.get(e.getKey());
                assertThat(b.value()).isEqualTo(a.value());
                double rounding = 1e-12 * Math.abs(a.value());
                assertThat(b.low()).as(e.getKey()).isLessThanOrEqualTo(a.low() + rounding);
                assertThat(b.high()).as(e.getKey()).isGreaterThanOrEqualTo(a.high() - rounding);
                if (b.high() > a.high() + rounding) wider++;
            }
        }
        assertThat(wider).isGreaterThan(20);
    }

    private static String widened(String text) {
        Matcher m = SPREAD.matcher(text);
        StringBuilder out = new StringBuilder();
        int found = 0;
        while (m.find()) {
            found++;
            String twice = Double.toString(1.5 * Double.parseDouble(m.group(2)));
            m.appendReplacement(out, m.group(1) + twice);
        }
        assertThat(found).isPositive();
        return m.appendTail(out).toString();
    }
}
