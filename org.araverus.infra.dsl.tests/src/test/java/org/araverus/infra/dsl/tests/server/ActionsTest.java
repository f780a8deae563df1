// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor is offered at a place, and what a text is after it. */
class ActionsTest {
    private static final Path BROKEN = Path.of("../examples/first-rack/broken.infra");
    private static final String FILE = "a.infra";

    @TempDir Path folder;

    private Session session(String text) throws IOException {
        Files.writeString(folder.resolve(FILE), text);
        return new Session(folder).open(FILE);
    }

    private static List<CodeAction> actions(Session s, Range range, String... only) {
        CodeActionContext context = new CodeActionContext(List.of());
        if (only.length > 0) context.setOnly(List.of(only));
        return s
                .documents()
                .codeAction(new CodeActionParams(s.id(FILE), range, context))
                .join()
                .stream()
                .map(Either::getRight)
                .toList();
    }

    private static List<CodeAction> at(Session s, String piece, String... only) {
        var p = Session.at(s.text(FILE), piece);
        return actions(s, new Range(p, p), only);
    }

    private static List<String> titles(List<CodeAction> actions) {
        return actions.stream().map(CodeAction::getTitle).toList();
    }

    private static CodeAction titled(List<CodeAction> actions, String title) {
        return actions.stream()
                .filter(a -> a.getTitle().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is none of " + titles(actions)));
    }

    private static String after(Session s, CodeAction a) {
        return Session.apply(s.text(FILE), a.getEdit().getChanges().get(s.uri(FILE)));
    }

    private Session broken() throws IOException {
        return session(Files.readString(BROKEN));
    }

    @Test
    void aFindingHasItsFixes() throws IOException {
        try (Session s = broken()) {
            List<CodeAction> all = at(s, "budget: 34| kW", CodeActionKind.QuickFix);
            CodeAction first = all.get(0);
            assertThat(titles(all)).startsWith("budget: 43 kW", "3 x DGX_H100 (32.3 kW)");
            assertThat(first.getKind()).isEqualTo(CodeActionKind.QuickFix);
            assertThat(first.getIsPreferred()).isTrue();
            assertThat(all.get(1).getIsPreferred()).isNull();
            assertThat(first.getDiagnostics())
                    .extracting(Session::code)
                    .containsExactly("rack-power-over-budget");
            assertThat(after(s, first))
                    .isEqualTo(s.text(FILE).replace("budget: 34 kW", "budget: 43 kW"));
            s.type(FILE, after(s, first));
            assertThat(s.diagnostics(FILE, "rack-power-over-budget")).isEmpty();
        }
    }

    @Test
    void aTextRuleHasItsFix() throws IOException {
        try (Session s = broken()) {
            CodeAction a = titled(at(s, "link: 400| GB/s"), "400 Gbit/s");
            assertThat(after(s, a)).contains("link: 400 Gbit/s");
        }
    }

    @Test
    void allIsFixedAtOnce() throws IOException {
        try (Session s = broken()) {
            int before = s.diagnostics(FILE).size();
            List<CodeAction> all = at(s, "rack Air|Rack", CodeActionKind.SourceFixAll);
            assertThat(all).extracting(CodeAction::getKind).containsExactly("source.fixAll.infra");
            s.type(FILE, after(s, all.get(0)));
            List<Diagnostic> left = s.diagnostics(FILE);
            assertThat(left).hasSizeLessThan(before / 3);
            assertThat(left)
                    .extracting(Session::code)
                    .doesNotContain(
                            "rack-power-over-budget", "byte-bit-slip", "syntax", "unexpected-text");
        }
    }

    @Test
    void oneRuleIsFixedInTheWholeFile() throws IOException {
        String text =
                """
                package a

                node Box { power { max: 10 kW } }

                rack One { nodes: 2 x Box   power { budget: 19 kW } }

                rack Two { nodes: 3 x Box   power { budget: 29 kW } }
                """;
        try (Session s = session(text)) {
            CodeAction a =
                    titled(
                            at(s, "budget: 19| kW"),
                            "fix all 2 of rack-power-over-budget in this file");
            assertThat(a.getDiagnostics()).hasSize(2);
            assertThat(after(s, a))
                    .isEqualTo(text.replace("19 kW", "20 kW").replace("29 kW", "30 kW"));
        }
    }

    @Test
    void aFindingIsAcceptedAtItsElement() throws IOException {
        try (Session s = broken()) {
            CodeAction a =
                    titled(
                            at(s, "budget: 34| kW"),
                            "accept rack-power-over-budget at rack AirRack, with a reason");
            String accepted = after(s, a);
            assertThat(accepted)
                    .contains("\n@accept(\"rack-power-over-budget\", \"say why\")\nrack AirRack {");
            s.type(FILE, accepted);
            assertThat(s.diagnostics(FILE, "rack-power-over-budget")).isEmpty();
            assertThat(s.diagnostics(FILE, "rack-heat-over-air")).isNotEmpty();
        }
    }

    @Test
    void aFindingOutsideOfElementsIsAcceptedAtTheFile() throws IOException {
        try (Session s = session("package a\n\nimport araverus.nvidia.*\n\nsite S { }\n")) {
            List<CodeAction> all = at(s, "import ara|verus");
            CodeAction a = titled(all, "accept unused-import at the file, with a reason");
            s.type(FILE, after(s, a));
            assertThat(s.diagnostics(FILE)).isEmpty();
        }
    }

    @Test
    void aFindingIsAcceptedInTheProject() throws IOException {
        for (String project :
                List.of(
                        "project P {\n}\n",
                        "project P { }\n",
                        "project P {\n  accept {\n    \"price-missing\": \"sealed\"\n  }\n}\n")) {
            Files.writeString(folder.resolve("project.infra"), project);
            try (Session s = broken()) {
                CodeAction a =
                        titled(
                                at(s, "budget: 34| kW"),
                                "accept rack-power-over-budget in the project, with a reason");
                var edits = a.getEdit().getChanges();
                assertThat(edits.keySet()).containsExactly(s.uri("project.infra"));
                String after = Session.apply(project, edits.get(s.uri("project.infra")));
                s.open("project.infra", after);
                assertThat(s.diagnostics("project.infra")).isEmpty();
                assertThat(s.diagnostics(FILE, "rack-power-over-budget")).isEmpty();
            }
        }
    }

    @Test
    void aNameIsImported() throws IOException {
        String text = "package a\n\nrack R { nodes: 4 x DGX_H100   power { budget: 44 kW } }\n";
        try (Session s = session(text)) {
            CodeAction a = titled(at(s, "4 x DGX|_H100"), "import araverus.nvidia.*");
            assertThat(a.getIsPreferred()).isTrue();
            String after = after(s, a);
            assertThat(after).startsWith("package a\n\nimport araverus.nvidia.*\n\nrack R");
            s.type(FILE, after);
            assertThat(s.diagnostics(FILE, "missing-import")).isEmpty();
        }
    }

    @Test
    void aNameIsCorrected() throws IOException {
        String text =
                "package a\n\nimport araverus.models.*\n\n"
                        + "rack R {\n  nodes: 4 x DGX_H10\n  power { budge: 44 kWh }\n}\n";
        try (Session s = session(text)) {
            CodeAction type = titled(at(s, "4 x DGX|_H10"), "DGX_H100, import araverus.nvidia.*");
            assertThat(after(s, type))
                    .contains("models.*\nimport araverus.nvidia.*\n", "4 x DGX_H100\n");
            assertThat(after(s, titled(at(s, "bud|ge: 44"), "budget")))
                    .contains("power { budget: 44 kWh }");
        }
    }

    @Test
    void aRuleAndAPackageAreCorrected() throws IOException {
        String text =
                "package a\n\nimport araverus.nvida.*\n\n"
                        + "@accept(\"rack-power-over-budge\", \"so\")\nrack R { size: 4 U }\n";
        try (Session s = session(text)) {
            assertThat(after(s, titled(at(s, "ara|verus"), "import araverus.nvidia.*")))
                    .contains("\nimport araverus.nvidia.*\n");
            // an import that is misspelt is not removed as if nothing needed it
            assertThat(s.diagnostics(FILE, "unused-import")).isEmpty();
            assertThat(at(s, "rack |R", CodeActionKind.Source)).isEmpty();
            assertThat(after(s, titled(at(s, "rack-po|wer"), "rack-power-over-budget")))
                    .contains("@accept(\"rack-power-over-budget\", \"so\")");
        }
    }

    @Test
    void whatIsMissingIsWritten() throws IOException {
        String text = "package a\n\nrack R {\n  power { budget: }\n  size = 4 U\n";
        try (Session s = session(text)) {
            assertThat(after(s, titled(at(s, "bud|get"), "budget: 44 kW")))
                    .contains("power { budget: 44 kW }");
            assertThat(after(s, titled(at(s, "size |="), "write a colon"))).contains("size : 4 U");
            String closed = after(s, titled(at(s, "4 |U"), "add }"));
            s.type(FILE, closed);
            assertThat(s.diagnostics(FILE, "missing-brace")).isEmpty();
        }
    }

    @Test
    void importsAreOrganized() throws IOException {
        String text =
                "package a\n\nimport araverus.stacks.*\nimport araverus.nvidia.*\n"
                        + "import araverus.amd.*\nimport araverus.nvidia.*\n\n"
                        + "rack R { nodes: 4 x DGX_H100 }\n"
                        + "workload W { stack: Megatron_Core }\n";
        try (Session s = session(text)) {
            List<CodeAction> all = at(s, "rack |R", CodeActionKind.SourceOrganizeImports);
            assertThat(all).hasSize(1);
            assertThat(after(s, all.get(0)))
                    .startsWith(
                            "package a\n\nimport araverus.nvidia.*\nimport araverus.stacks.*\n\n"
                                    + "rack R");
            s.type(FILE, after(s, all.get(0)));
            assertThat(at(s, "pack|age", CodeActionKind.SourceOrganizeImports)).isEmpty();
        }
    }

    @Test
    void importsWithWordsBetweenStay() throws IOException {
        String text =
                "package a\n\nimport b.*\n// for the rack\nimport araverus.nvidia.*\n\n"
                        + "rack R { nodes: 4 x DGX_H100 }\n";
        try (Session s = session(text)) {
            assertThat(at(s, "rack |R", CodeActionKind.SourceOrganizeImports)).isEmpty();
        }
    }

    @Test
    void textsBeyondRepairAreAnswered() throws IOException {
        String whole = Files.readString(BROKEN);
        for (String text :
                List.of("", "}{", "rack", whole.substring(0, 700), whole.replace("}", ""))) {
            try (Session s = session(text)) {
                Range all =
                        new Range(Session.position(text, 0), Session.position(text, text.length()));
                for (CodeAction a : actions(s, all)) assertThat(a.getEdit()).isNotNull();
            }
        }
    }

    @Test
    void theServerNamesItsKinds() throws IOException {
        try (Session s = broken()) {
            assertThat(
                            s.started()
                                    .getCapabilities()
                                    .getCodeActionProvider()
                                    .getRight()
                                    .getCodeActionKinds())
                    .containsExactly("quickfix", "source.fixAll.infra", "source.organizeImports");
        }
    }
}
