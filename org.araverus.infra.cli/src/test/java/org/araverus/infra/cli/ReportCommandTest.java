// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.engine.physics.Formulas;
import org.araverus.infra.report.Goldens;
import org.araverus.infra.report.Schemas;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports of all examples that can be evaluated. */
class ReportCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    static List<Path> examples() throws IOException {
        return Examples.files().stream()
                .filter(f -> !f.getFileName().toString().matches("broken.infra|overloaded.infra"))
                .toList();
    }

    private Path report(Path design) {
        Path out = folder.resolve("out");
        Call c = Call.of("report", design.toString(), "--out", out.toString());
        Call e = Call.of("evaluate", design.toString());
        assertThat(c.code()).as(c.err()).isEqualTo(e.code());
        assertThat(c.out()).isEmpty();
        return out;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void markdownReadsAsKept(Path design) throws IOException {
        String text = Files.readString(report(design).resolve("report.md"));
        String name = design.getFileName().toString().replace(".infra", ".md");
        Goldens.check(getClass(), name, text.replace("../examples", "examples"));
    }

    /** The report has its numbers from the same evaluation, to the last bit. */
    @ParameterizedTest
    @MethodSource("examples")
    void numbersAreThoseOfEvaluate(Path design) throws IOException {
        String text = Files.readString(report(design).resolve("report.json"));
        Schemas.assertValid("report.schema.json", text);
        JsonNode evaluates = JSON.readTree(text).get("evaluates");
        for (JsonNode e : evaluates) {
            String name = e.at("/evaluation/name").asText();
            Call c = Call.of("evaluate", design.toString(), name, "--format", "json");
            assertThat(e.get("evaluation")).isEqualTo(JSON.readTree(c.out()));
            Schemas.assertValid("evaluation.schema.json", e.get("evaluation").toString());
            derivations(e);
        }
    }

    /** Each node follows from its inputs by its formula; each metric has one. */
    private static void derivations(JsonNode evaluate) {
        JsonNode nodes = evaluate.at("/derivations/nodes");
        for (JsonNode n : nodes) {
            if (!n.has("formula")) continue;
            double[] in = new double[n.get("inputs").size()];
            for (int i = 0; i < in.length; i++)
                in[i] = number(nodes.get(n.get("inputs").get(i).asInt()).get("value"));
            double again = Formulas.evaluate(n.get("formula").asText(), in);
            double value = number(n.get("value"));
            assertThat(again).as(n.get("name").asText()).isEqualTo(value);
        }
        evaluate.at("/evaluation/metrics")
                .fieldNames()
                .forEachRemaining(
                        m -> assertThat(evaluate.at("/derivations/metrics").has(m)).as(m).isTrue());
    }

    /** What is not finite is null in JSON: the only such numbers of the examples have no limit. */
    private static double number(JsonNode n) {
        return n.isNull() ? Double.POSITIVE_INFINITY : n.asDouble();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void htmlIsWellFormedAndLoadsNothing(Path design) throws IOException {
        String text = Files.readString(report(design).resolve("report.html"));
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document html = parser.parseInput(text, "");
        assertThat(parser.getErrors()).isEmpty();
        assertThat(html.select("link, img, iframe, object, embed, [src], base")).isEmpty();
        for (Element a : html.select("[href]")) {
            assertThat(a.attr("href")).startsWith("#");
            assertThat(html.getElementById(a.attr("href").substring(1)))
                    .as(a.outerHtml())
                    .isNotNull();
        }
        String style = html.select("style").html();
        assertThat(style).doesNotContain("url(").doesNotContain("@import");
        List<String> ids = html.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.select("svg[role=img]").eachAttr("aria-label")).doesNotContain("");
        charts(html);
    }

    /** Each place for a chart has its data, and each data its place. */
    private static void charts(Document html) throws IOException {
        JsonNode data = JSON.readTree(html.getElementById("charts").data());
        List<String> places = html.select("[data-chart]").eachAttr("data-chart");
        assertThat(places).doesNotHaveDuplicates();
        assertThat(places).allMatch(data::has).hasSize(data.size());
    }

    @Test
    void theSameDesignGivesTheSameBytes() throws IOException {
        Path design = Path.of("../examples/first-rack/first-rack.infra");
        for (String file : List.of("report.html", "report.md", "report.json")) {
            String first = Files.readString(report(design).resolve(file));
            assertThat(Files.readString(report(design).resolve(file))).isEqualTo(first);
        }
    }

    /** The price of the build-out is the sum of its parts, and the one that costs stand on. */
    @Test
    void partsCostWhatTheirRunningCostStandsOn() throws IOException {
        Path out = report(Path.of("../examples/first-rack/first-rack.infra"));
        JsonNode e = JSON.readTree(Files.readString(out.resolve("report.json"))).at("/evaluates/0");
        JsonNode nodes = e.at("/derivations/nodes");
        double capex = Double.NaN;
        for (JsonNode n : nodes)
            if (n.get("name").asText().equals("price of the hosts"))
                capex = n.get("value").asDouble();
        assertThat(capex).isEqualTo(4 * 310_000.0 + 36_000);
        String html = Files.readString(out.resolve("report.html"));
        assertThat(html).contains("<b>1.28</b>");
    }

    @Test
    void whatATextSaysIsShownAndNeverRun() throws IOException {
        String bad = "<script>alert(1)</script><img src=x>\"'&amp;";
        String text =
                Files.readString(Path.of("../examples/first-rack/first-rack.infra"))
                        .replace("pp: 4 }", "pp: 4 }   require step_time >= 1 s")
                        .replace(
                                "electricity: 0.12 USD/kWh",
                                "electricity: 0.12 USD/kWh @source(\""
                                        + bad.replace("\"", "")
                                        + "\")");
        Path design = Files.writeString(folder.resolve("a<b>&'.infra"), text);
        Path out = report(design);
        String html = Files.readString(out.resolve("report.html"));
        Document page = Parser.htmlParser().parseInput(html, "");
        assertThat(page.select("script")).hasSize(4);
        assertThat(page.select("img")).isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script>").contains("a<b>&'");
        assertThat(html).doesNotContain("<script>alert");
        String md = Files.readString(out.resolve("report.md"));
        assertThat(md).doesNotContain("<b>&'").contains("a&lt;b&gt;&amp;'");
    }

    @Test
    void nothingIsWrittenWhereAnErrorStandsInTheWay() {
        Path out = folder.resolve("out");
        Call c = Call.of("report", "../examples/first-rack/broken.infra", "--out", out.toString());
        assertThat(c.code()).isEqualTo(1);
        assertThat(c.err()).contains("is not evaluated: an error stands in the way");
        assertThat(out).doesNotExist();
    }

    @Test
    void aCompiledDesignIsReportedToo() throws IOException {
        Path design = Examples.compiled(folder.resolve("designs")).getFirst();
        String md = Files.readString(report(design).resolve("report.md"));
        assertThat(md).startsWith("# examples.");
    }
}
