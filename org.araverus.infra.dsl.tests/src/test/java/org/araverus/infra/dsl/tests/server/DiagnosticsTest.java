// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor gets of a finding beside its sentence. */
class DiagnosticsTest {
    private static final Path BROKEN = Path.of("../examples/first-rack/broken.infra");

    @TempDir Path folder;

    private Session broken() throws IOException {
        Files.copy(BROKEN, folder.resolve("broken.infra"));
        return new Session(folder).open("broken.infra");
    }

    @Test
    void everyFindingOfTheBrokenRackHasItsPage() throws IOException {
        try (Session s = broken()) {
            List<Diagnostic> all = s.diagnostics("broken.infra");
            assertThat(all).hasSizeGreaterThan(15);
            for (Diagnostic d : all) {
                String id = Session.code(d);
                assertThat(d.getSource()).isEqualTo("infra");
                assertThat(d.getCodeDescription()).as(id).isNotNull();
                Path page = Path.of(URI.create(d.getCodeDescription().getHref()));
                assertThat(Files.readString(page)).startsWith("# " + id + "\n");
                assertThat(page.resolveSibling("README.md")).exists();
                assertThat(Session.cut(s.text("broken.infra"), d.getRange())).isNotBlank();
            }
        }
    }

    @Test
    void aFindingNamesItsPlaces() throws IOException {
        try (Session s = broken()) {
            Diagnostic d = s.diagnostics("broken.infra", "rack-power-over-budget").get(0);
            assertThat(d.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
            assertThat(Session.cut(s.text("broken.infra"), d.getRange())).isEqualTo("34 kW");
            List<DiagnosticRelatedInformation> related = d.getRelatedInformation();
            assertThat(related)
                    .extracting(DiagnosticRelatedInformation::getMessage)
                    .containsExactly("4 x DGX_H100 at 10.2 kW = 40.8 kW", "1 x QM9700 at 1.72 kW");
            // the library's line, in a copy that an editor can open
            assertThat(line(related.get(0))).contains("max: 10.2 kW");
        }
    }

    @Test
    void aPlaceWithoutWordsIsShownAsItIsWritten() throws IOException {
        try (Session s = broken()) {
            Diagnostic d = s.diagnostics("broken.infra", "layout-not-dividing-placement").get(0);
            assertThat(d.getRelatedInformation())
                    .filteredOn(r -> r.getLocation().getUri().equals(s.uri("broken.infra")))
                    .extracting(DiagnosticRelatedInformation::getMessage)
                    .contains("evaluate Evening { run Chat on Lab32 }");
        }
    }

    private static String line(DiagnosticRelatedInformation r) throws IOException {
        Path file = Path.of(URI.create(r.getLocation().getUri()));
        return Files.readAllLines(file).get(r.getLocation().getRange().getStart().getLine());
    }

    @Test
    void whatNothingNeedsIsFaded() throws IOException {
        Files.writeString(
                folder.resolve("a.infra"),
                "package a\n\nimport araverus.nvidia.*\n\nlet spare = 2\n\nrack R { size: 3 U }\n");
        try (Session s = new Session(folder)) {
            s.open("a.infra");
            assertThat(s.diagnostics("a.infra"))
                    .extracting(Session::code)
                    .containsExactlyInAnyOrder("unused-import", "unused-let");
            assertThat(s.diagnostics("a.infra"))
                    .allSatisfy(
                            d ->
                                    assertThat(d.getTags())
                                            .containsExactly(DiagnosticTag.Unnecessary));
        }
    }

    @Test
    void mistakesOfWritingHaveACodeAndNoPage() throws IOException {
        String text =
                "package a\n\nrack R {\n  nodes: 4 x DGX_H100\n  power { budget: 44 parsecs\n";
        Files.writeString(folder.resolve("a.infra"), text);
        try (Session s = new Session(folder)) {
            s.open("a.infra");
            List<Diagnostic> all = s.diagnostics("a.infra");
            assertThat(all).extracting(Session::code).contains("missing-import", "unknown-unit");
            assertThat(all)
                    .allSatisfy(
                            d -> {
                                assertThat(Session.code(d)).isNotEmpty();
                                assertThat(d.getCodeDescription()).isNull();
                            });
        }
    }

    @Test
    void everyRuleHasAnAddress() {
        assertThat(RulePages.ids())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(RulePages.address(id)).isPresent());
        assertThat(RulePages.address("unknown-name")).isEmpty();
        assertThat(RulePages.address("README")).isEmpty();
    }
}
