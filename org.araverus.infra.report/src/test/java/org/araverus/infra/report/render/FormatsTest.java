// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.araverus.infra.report.Goldens;
import org.araverus.infra.report.Schemas;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FormatsTest {
    private static final List<Shown> ALL =
            List.of(Samples.powerOverBudget(), Samples.afterTab(), Samples.accepted());

    @Test
    void jsonFollowsItsSchema() {
        String json = FindingsJson.write(ALL);
        Schemas.assertValid("check.schema.json", json);
        Schemas.assertValid("check.schema.json", FindingsJson.write(List.of()));
        Goldens.check(getClass(), "findings.json", json);
    }

    @Test
    void sarifHasWhatTheStandardRequires() {
        Sarif sarif = new Sarif("0.1.0", id -> id.startsWith("rack") ? "A sentence" : null);
        String text = sarif.write(ALL);
        Schemas.assertValidSarif(text);
        Schemas.assertValidSarif(sarif.write(List.of()));
        Goldens.check(getClass(), "findings.sarif", text);
    }

    @Test
    void pathsBecomeUris() {
        assertThat(Sarif.uri("a b/größe.infra")).isEqualTo("a%20b/gr%C3%B6%C3%9Fe.infra");
        assertThat(Sarif.uri("/tmp/x y.infra")).isEqualTo("file:///tmp/x%20y.infra");
        assertThat(Sarif.uri("C:\\x\\y.infra")).isEqualTo("file:///C:/x/y.infra");
        assertThat(Sarif.uri("a:b.infra")).isEqualTo("./a:b.infra");
    }

    @Test
    void workflowCommandsAreEscaped() {
        Shown f =
                new Shown(
                        "r",
                        Severity.DANGER,
                        "50 % of\nit: a, b",
                        new Place("a,b:c%.infra", 3, 5, 4),
                        List.of(),
                        List.of(),
                        List.of(),
                        null);
        assertThat(GithubLines.write(List.of(f)))
                .isEqualTo(
                        "::warning file=a%2Cb%3Ac%25.infra,line=3,col=5,endColumn=8,title=r"
                                + "::50 %25 of%0Ait: a, b\n");
        assertThat(GithubLines.write(ALL).lines()).hasSize(3);
        assertThat(GithubLines.write(List.of(Samples.accepted())))
                .startsWith("::warning title=uneven-pipeline-stages::80 layers");
    }

    @Test
    void junitFailsWhatFailsABuild() throws Exception {
        String xml = JunitXml.write(ALL, f -> f.severity() == Severity.ERROR);
        Goldens.check(getClass(), "findings.junit.xml", xml);
        var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        assertThat(root.getAttribute("tests")).isEqualTo("3");
        assertThat(root.getAttribute("failures")).isEqualTo("1");
        assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(root.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(JunitXml.write(List.of(), f -> true)).contains("tests=\"0\"");
    }
}
