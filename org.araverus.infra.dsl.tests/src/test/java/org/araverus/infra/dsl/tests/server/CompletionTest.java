// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionContext;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.CompletionTriggerKind;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor proposes at a caret, in order, and what a text is with it. */
class CompletionTest {
    private static final String FILE = "a.infra";
    private static final String HEAD =
            "package a\n\nimport araverus.nvidia.*\n\nrack Base { power { budget: 40 kW } }\n\n"
                    + "workload Tune trains Llama_31_70B { batch: 128 }\n\n"
                    + "cluster Small { racks: 1 x Base }\n\n";

    @TempDir static Path folder;
    private static Session session;

    @BeforeAll
    static void start() {
        session = new Session(folder, CompletionTest::withMarks);
        session.open(FILE, HEAD);
    }

    @AfterAll
    static void end() {
        session.close();
    }

    private static void withMarks(ClientCapabilities can) {
        can.getTextDocument()
                .setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(true)));
    }

    private static List<CompletionItem> at(Session s, String text, CompletionContext context) {
        int caret = text.indexOf('|');
        s.type(FILE, text.replace("|", ""));
        var params =
                new CompletionParams(
                        s.id(FILE), Session.position(text.replace("|", ""), caret), context);
        var answer = s.documents().completion(params).join();
        List<CompletionItem> items =
                new ArrayList<>(answer.isLeft() ? answer.getLeft() : answer.getRight().getItems());
        items.sort(Comparator.comparing(CompletionItem::getSortText));
        return items;
    }

    /** Behind the head. */
    private static List<CompletionItem> at(String text) {
        return at(session, HEAD + text, null);
    }

    private static List<String> labels(List<CompletionItem> items) {
        return items.stream().map(CompletionItem::getLabel).toList();
    }

    private static CompletionItem item(List<CompletionItem> all, String label) {
        return all.stream()
                .filter(i -> i.getLabel().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is none of " + labels(all)));
    }

    /** The text with the proposal and what comes with it. */
    private static String with(String text, CompletionItem item) {
        List<TextEdit> all = new ArrayList<>(List.of(item.getTextEdit().getLeft()));
        if (item.getAdditionalTextEdits() != null) all.addAll(item.getAdditionalTextEdits());
        return Session.apply(text.replace("|", ""), all);
    }

    // ---- members of a body

    @Test
    void attributesSayWhatTheyAre() {
        CompletionItem budget = item(at("rack R { power { | } }\n"), "budget");
        assertThat(budget.getKind()).isEqualTo(CompletionItemKind.Property);
        assertThat(budget.getDetail()).startsWith("W");
        assertThat(budget.getDocumentation().getRight().getValue())
                .contains("`power.budget`, for example `budget: 44 kW`");
        assertThat(budget.getTextEdit().getLeft().getNewText()).isEqualTo("budget: ");
    }

    @Test
    void whatIsThereIsNotProposed() {
        List<String> all = labels(at("rack R {\n  size: 42 U\n  power { }\n  |\n}\n"));
        assertThat(all)
                .contains("weight_limit", "price", "cooling")
                .doesNotContain("size", "power");
        // the one that is typed over is
        assertThat(labels(at("rack R {\n  si|\n}\n"))).contains("size");
    }

    @Test
    void whatIsMissingComesFirst() {
        List<String> all = labels(at("rack R extends Base { power { | } }\n"));
        assertThat(all.indexOf("feeds")).isBetween(0, all.indexOf("budget") - 1);
    }

    @Test
    void blocksHaveAPlaceToType() {
        CompletionItem power = item(at("rack R { | }\n"), "power");
        assertThat(power.getKind()).isEqualTo(CompletionItemKind.Struct);
        assertThat(power.getTextEdit().getLeft().getNewText()).isEqualTo("power { $0 }");
    }

    // ---- values

    @Test
    void unitsFitTheAttribute() {
        List<CompletionItem> power = at("rack R { power { budget: 12 | } }\n");
        assertThat(labels(power)).startsWith("W", "kW", "MW", "GW").doesNotContain("kWh", "B", "s");
        assertThat(power)
                .allSatisfy(i -> assertThat(i.getKind()).isEqualTo(CompletionItemKind.Unit));
        assertThat(labels(at("rack R { power { budget: 12 M| } }\n"))).startsWith("MW");
        assertThat(labels(at("rack R { power { budget: 12 kW +- 1 | } }\n"))).startsWith("W");
    }

    @Test
    void unitsOfQuotientsAreWhole() {
        List<String> rate = labels(at("link L { bandwidth: 400 | }\n"));
        assertThat(rate).contains("GB/s", "Gbit/s", "TB/s").doesNotContain("GB", "W");
        assertThat(labels(at("link L { bandwidth: 400 Gbit/| }\n"))).contains("Gbit/s");
        assertThat(labels(at("site S { electricity: 0.1 | }\n"))).startsWith("USD/kWh");
    }

    @Test
    void temperaturesArePoints() {
        assertThat(labels(at("rack R { cooling { inlet: 24 | } }\n")))
                .contains("degC", "degF")
                .doesNotContain("K");
    }

    @Test
    void unitsFitWhatIsCompared() {
        assertThat(
                        labels(
                                at(
                                        "evaluate E {\n  run Tune on Small\n  require Tune.step_time <= 45 |\n}\n")))
                .contains("s", "ms", "min")
                .doesNotContain("kW", "GB");
    }

    @Test
    void aCountHasNoUnit() {
        assertThat(labels(at("rack R { power { feeds: 2 | } }\n"))).doesNotContain("kW", "s", "GB");
    }

    @Test
    void choicesAreLiterals() {
        List<CompletionItem> all = at("workload W {\n  precision: |\n}\n");
        assertThat(labels(all).subList(0, 3)).allMatch(l -> l.matches("(bf|fp|tf|int)\\d+"));
        assertThat(item(all, "bf16").getKind()).isEqualTo(CompletionItemKind.EnumMember);
    }

    @Test
    void behindAColonComesABlank() {
        String text = HEAD + "workload W {\n  precision:|\n}\n";
        assertThat(with(text, item(at(session, text, null), "bf16"))).contains("precision: bf16\n");
    }

    // ---- elements

    @Test
    void partsAreOfTheKindsThatABoxHolds() {
        List<CompletionItem> all = at("node N {\n  gpu: 8 x |\n}\n");
        assertThat(labels(all)).contains("H100_SXM", "MI300X").doesNotContain("Base", "Tune");
        CompletionItem seen = item(all, "H100_SXM");
        assertThat(seen.getDetail()).isEqualTo("accelerator  araverus.nvidia");
        assertThat(seen.getKind()).isEqualTo(CompletionItemKind.Class);
        assertThat(seen.getAdditionalTextEdits()).isNullOrEmpty();
        assertThat(labels(all).indexOf("H100_SXM")).isLessThan(labels(all).indexOf("MI300X"));
    }

    @Test
    void anImportComesWithTheName() {
        String text = HEAD + "node N {\n  gpu: 8 x MI300|\n}\n";
        CompletionItem amd = item(at(session, text, null), "MI300X");
        String after = with(text, amd);
        assertThat(after)
                .contains(
                        "\nimport araverus.amd.*\nimport araverus.nvidia.*\n", "gpu: 8 x MI300X\n");
        session.type(FILE, after);
        assertThat(session.diagnostics(FILE, "missing-import"))
                .noneMatch(d -> d.getMessage().toString().contains("MI300X"));
    }

    @Test
    void theWholeCatalogIsProposedByType() {
        List<CompletionItem> all = at("workload W trains | { }\n");
        assertThat(all).extracting(CompletionItem::getDetail).allMatch(d -> d.startsWith("model"));
        assertThat(labels(all)).contains("Llama_31_70B", "DeepSeek_R1");
        assertThat(labels(at("cluster C { network: | }\n"))).contains("NVSwitch_8");
    }

    @Test
    void documentationIsThereWhenAskedFor() {
        CompletionItem item = item(at("node N {\n  gpu: 8 x |\n}\n"), "H100_SXM");
        CompletionItem told = session.documents().resolveCompletionItem(item).join();
        assertThat(told.getDocumentation().getRight().getValue())
                .contains("```infra\n", "\naccelerator H100_SXM", "capacity: 80 GiB");
        CompletionItem own = item(at("rack R extends | { }\n"), "Base");
        assertThat(
                        session.documents()
                                .resolveCompletionItem(own)
                                .join()
                                .getDocumentation()
                                .getRight()
                                .getValue())
                .contains("rack Base { power { budget: 40 kW } }");
        // what has no more to say comes back as it is
        CompletionItem unit = item(at("rack R { power { budget: 12 | } }\n"), "kW");
        assertThat(session.documents().resolveCompletionItem(unit).join().getLabel())
                .isEqualTo("kW");
    }

    // ---- requirements

    @Test
    void metricsHaveTheirUnits() {
        CompletionItem step =
                item(at("evaluate E {\n  run Tune on Small\n  require Tune.|\n}\n"), "step_time");
        assertThat(step.getDetail()).isEqualTo("s");
        assertThat(step.getKind()).isEqualTo(CompletionItemKind.Constant);
    }

    // ---- texts, imports, elements

    @Test
    void importsArePackages() {
        assertThat(labels(at(session, "package a\n\nimport |\n", null)))
                .contains("araverus.nvidia.*", "araverus.models.*", "a.*");
        String text = "package a\n\nimport araverus.nv|\n";
        assertThat(with(text, item(at(session, text, null), "araverus.nvidia.*")))
                .isEqualTo("package a\n\nimport araverus.nvidia.*\n");
    }

    @Test
    void annotationsHaveTheirTexts() {
        assertThat(item(at("@|\nrack R { }\n"), "accept").getTextEdit().getLeft().getNewText())
                .isEqualTo("accept(\"${1:rule}\", \"${2:reason}\")");
        String text = HEAD + "@accept(\"rack-power|\", \"so\")\nrack R { }\n";
        assertThat(with(text, item(at(session, text, null), "rack-power-over-budget")))
                .contains("@accept(\"rack-power-over-budget\", \"so\")");
        assertThat(labels(at("@accept(\"byte-bit-slip\", \"|\")\nrack R { }\n"))).isEmpty();
        assertThat(labels(at(session, "project P { severity { \"unused|\": off } }\n", null)))
                .contains("unused-let");
    }

    @Test
    void wholeElementsAreProposedWhereTheyBegin() {
        CompletionItem rack = item(at("rac|"), "rack …");
        assertThat(rack.getKind()).isEqualTo(CompletionItemKind.Snippet);
        assertThat(rack.getTextEdit().getLeft().getNewText()).startsWith("rack ${1:NAME} {\n");
        assertThat(labels(at("rack R { | }\n"))).doesNotContain("rack …");
    }

    // ---- manners

    @Test
    void aBlankAsksOnlyWhereSomethingFollows() {
        CompletionContext blank =
                new CompletionContext(CompletionTriggerKind.TriggerCharacter, " ");
        assertThat(at(session, HEAD + "workload W {\n  precision: |\n}\n", blank)).isNotEmpty();
        assertThat(at(session, HEAD + "rack R { power { budget: 12 | } }\n", blank)).isNotEmpty();
        assertThat(at(session, HEAD + "rack R {\n  size: 4 U |\n}\n", blank)).isEmpty();
    }

    @Test
    void commentsAreLeftAlone() {
        assertThat(at("// a rack |\nrack R { }\n")).isEmpty();
        assertThat(at("/* a rack | */\nrack R { }\n")).isEmpty();
    }

    @Test
    void brokenTextsAreAnswered() {
        for (String text :
                List.of(
                        "|",
                        "rack |",
                        "rack R {|",
                        "rack R { power { budget: |",
                        "rack R { power { budget: 12 |",
                        "rack R { nodes: 4 x |",
                        "}|",
                        "evaluate E { require |",
                        "import |",
                        "@|",
                        "@accept(\"|")) assertThat(at(session, text, null)).isNotNull();
        assertThat(labels(at("rack R { power { budget: 12 |"))).contains("kW");
        assertThat(labels(at("rack R { power { |"))).contains("budget");
    }

    @Test
    void anEditorWithoutMarksGetsPlainTexts() {
        // of two servers in one process the last one's languages count
        session.close();
        try (Session plain = new Session(folder)) {
            plain.open(FILE, HEAD);
            List<CompletionItem> all = at(plain, HEAD + "rack R { | }\n", null);
            assertThat(item(all, "power").getTextEdit().getLeft().getNewText())
                    .isEqualTo("power { }");
            assertThat(all)
                    .allSatisfy(
                            i ->
                                    assertThat(i.getTextEdit().getLeft().getNewText())
                                            .doesNotContain("$"));
        } finally {
            start();
        }
    }
}
