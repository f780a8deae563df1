// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mistakes of typing are told like a colleague tells them: where, what, and what to write. */
@ExtendWith(InjectionExtension.class)
@InjectWith(InfraInjectorProvider.class)
class MessagesTest {
    /** Words of parser generators and of Xtext, and words of blame. */
    private static final List<String> FORBIDDEN =
            List.of(
                    "mismatched",
                    "viable",
                    "extraneous",
                    "missing eof",
                    "<eof>",
                    "rule_",
                    "token recognition",
                    "unwanted token",
                    "null",
                    "eobject",
                    "proxy",
                    "couldn't resolve",
                    "illegal",
                    "invalid",
                    "exception",
                    "org.eclipse",
                    "\u0001",
                    "\u0002",
                    "\u0003");

    static {
        // registers the language for good, before the extension keeps what it will restore
        Workspace.ofTexts(Map.of());
    }

    @Inject Provider<Texts> sets;

    private static List<String> said(String text) {
        return Workspace.ofTexts(Map.of("t.infra", text)).check().stream()
                .map(MessagesTest::show)
                .toList();
    }

    private static String show(Diagnostic d) {
        return d.place().line() + ":" + d.place().column() + " " + d.code() + ": " + d.message();
    }

    /** What is said about one line in a rack's power block. */
    private static List<String> line(String line) {
        return said("rack R {\n  size: 42 U\n  power {\n    " + line + "\n    feeds: 2\n  }\n}\n");
    }

    @Test
    void aMissingValueIsShownBehindTheTextThatNeedsIt() {
        assertEquals(
                List.of(
                        "4:5 missing-value: power.budget has no value; write for example "
                                + " budget: 44 kW"),
                line("budget:"));
        assertEquals(
                List.of("4:19 missing-value: a value is missing behind +"),
                line("budget: 44 kW +"));
        assertEquals(
                List.of("4:16 missing-brace: a ) is missing behind kW"), line("budget: (2 kW"));
        assertEquals(
                List.of("4:19 missing-value: a value or ] is missing behind ,"),
                said(
                        "model M {\n  layers: 2\n  tied: true\n  alias:     [\"a\" ,\n  hidden: 3\n}\n"));
        assertEquals(
                List.of("4:5 missing-value: budget has no value; write  budget: VALUE"),
                line("budget"));
        assertEquals(
                List.of("4:5 missing-value: budget has no value; write  budget: VALUE"),
                line("budget 44 kW"));
    }

    @Test
    void straySignsAreNamed() {
        assertEquals(List.of("4:18 stray-sign: no , is needed here"), line("budget: 44 kW,"));
        assertEquals(List.of("4:18 stray-sign: no ; is needed here"), line("budget: 44 kW;"));
        assertEquals(List.of("4:18 stray-sign: no ) is needed here"), line("budget: 44 kW)"));
        assertEquals(
                List.of("4:12 stray-sign: an attribute is written with a colon:  NAME: VALUE"),
                line("budget = 44 kW"));
        assertEquals(
                List.of("4:19 unexpected-text: 2 belongs to no attribute; write  NAME: 2"),
                line("budget: 44 kW 2"));
    }

    @Test
    void aKindThatThereIsNoneOfIsNamed() {
        assertEquals(
                List.of("1:1 misplaced: there is no kind nodee; did you mean node?"),
                said("nodee N { size: 8 U }\n"));
        List<String> far = said("explore SizeIt { size: 8 U }\n");
        assertEquals(1, far.size());
        assertTrue(
                far.get(0)
                        .startsWith(
                                "1:1 misplaced: there is no kind explore; there are accelerator,"
                                        + " cluster, "),
                far.get(0));
        assertEquals(
                List.of("1:1 misplaced: this stands outside of any element"), said("size: 42 U\n"));
    }

    @Test
    void bracesAreCounted() {
        assertEquals(
                List.of("2:12 missing-brace: a } is missing at the end of the file"),
                said("rack R {\n  size: 42 U\n"));
        assertEquals(
                List.of("3:6 missing-brace: a } is missing before rack S"),
                said("rack R {\n  size: 42 U\nrack S { size: 42 U }\n}\n"));
        assertEquals(
                List.of("1:6 missing-brace: a { is missing behind R"),
                said("rack R\n  size: 42 U\n}\n"));
        assertEquals(
                List.of("2:1 stray-sign: no } is needed here"), said("rack R { size: 42 U }\n}\n"));
    }

    /** A kind's keyword where nothing of it follows. */
    @Test
    void aKeywordRightBeforeTheMistake() {
        assertEquals(
                List.of("1:22 unexpected-text: [ does not belong here"),
                said("import araverus.model[s.*\nrack R { }\n").stream().limit(1).toList());
    }

    @Test
    void textsAndCommentsEnd() {
        assertEquals(
                List.of("1:19 unclosed-text: a text ends with \" on its line"),
                said("model M { alias: [\"a\n] }\n"));
        assertEquals(
                List.of("2:1 unclosed-text: a comment that begins with /* ends with */"),
                said("rack R { size: 42 U }\n/* and then\n"));
        assertEquals(
                List.of("1:19 unreadable-value: \\q means nothing in a text; write \\\\ for a \\"),
                said("model M { alias: [\"a\\q\"] }\n"));
    }

    @Test
    void numbersHaveBounds() {
        String bounds = "this number is out of bounds: write one between 1e-300 and 1e300";
        assertEquals(List.of("4:13 unreadable-value: " + bounds), line("budget: 1e999 W"));
        assertEquals(List.of("4:13 unreadable-value: " + bounds), line("budget: 1e99999999999 W"));
        assertEquals(
                List.of("4:13 unreadable-value: a number has at most 400 digits"),
                line("budget: " + "9".repeat(5000) + " W"));
        assertEquals(
                List.of("4:17 unreadable-value: 1.5 is no power of a unit: write a whole number"),
                line("budget: 3 W^1.5").stream().filter(s -> s.contains("unreadable")).toList());
    }

    @Test
    void unitsThatAreNone() {
        assertEquals(
                List.of("4:16 unknown-unit: no unit parsec; power.budget takes W, kW, MW or GW"),
                line("budget: 12 parsec"));
        assertEquals(
                List.of("4:16 unknown-unit: no unit kw; did you mean kW?"), line("budget: 12 kw"));
        assertEquals(
                List.of("2:12 unknown-unit: Box is a node, not a unit; a part is written  8 x Box"),
                said("rack R {\n  nodes: 4 Box\n}\nnode Box { }\n").stream()
                        .filter(s -> s.contains("unknown-unit"))
                        .toList());
        assertEquals(
                List.of(
                        "4:19 unit-apart: h is a unit of its own; units are joined by * or /,"
                                + " without blanks"),
                line("budget: 12 kW h").stream().filter(s -> s.contains("apart")).toList());
    }

    @Test
    void namesOfOtherPackagesAndKinds() {
        assertEquals(
                List.of(
                        "1:17 missing-import: node DGX_H100 is not imported; write"
                                + "  import araverus.nvidia.*"),
                said("rack R { n: 2 x DGX_H100 }\n"));
        assertEquals(
                List.of("2:18 wrong-kind: N is a node; a rack extends a rack"),
                said("node N { }\nrack R extends   N { }\n"));
        assertEquals(
                List.of("2:19 wrong-kind: N is a node; site takes a site"),
                said("node N { }\ncluster C { site: N }\n"));
        assertEquals(
                List.of("1:13 unknown-name: each tier has a name; write  tier NAME { }"),
                said("topology T{ tier { endpoints: 2 } }\n"));
        assertEquals(
                List.of("1:12 unknown-name: size is no block; write  size: VALUE"),
                said("rack R   { size { } }\n"));
    }

    @Test
    void whatBeginsNoElement() {
        assertEquals(
                List.of("1:1 unexpected-text: raack has no value; write  raack: VALUE"),
                said("raack\n").stream()
                        .map(s -> s.replace("missing-value", "unexpected-text"))
                        .toList());
        assertEquals(
                List.of("2:1 unexpected-text: an import stands before the first element"),
                said("rack R { }\nimport araverus.nvidia.*\n").stream().limit(1).toList());
    }

    @Test
    void deepAndLongValuesEnd() {
        for (String deep :
                List.of(
                        "(".repeat(100_000),
                        "[".repeat(100_000),
                        "-".repeat(100_000) + "1",
                        "not ".repeat(20_000) + "true",
                        "if true then ".repeat(20_000),
                        "1" + " + 1".repeat(20_000),
                        "R" + ".power".repeat(20_000),
                        "a(".repeat(20_000)))
            assertEquals(
                    true,
                    sets.get().issues("d", "rack R { size: " + deep + " }\nrack S { }\n").stream()
                            .anyMatch(s -> s.contains("this is nested or chained too deep")),
                    deep.substring(0, 12));
        assertEquals(false, sets.get().issues("b", "rack R {".repeat(20_000)).isEmpty());
    }

    /** Nothing that anybody can type brings the words of the machinery to light. */
    @Test
    void noWordsOfTheMachinery() {
        TreeSet<String> bad = new TreeSet<>();
        for (String line : HalfTypedTest.LINES)
            for (String end : List.of("\n  ", " }")) {
                String text = "rack R1 {\n  size: 42 U\n  " + line + end + "power { }\n}\n";
                said(text).forEach(s -> judge(s, bad));
                said(line + end).forEach(s -> judge(s, bad));
            }
        for (String name : List.of("catalog", "first", "tiers", "sample"))
            for (String text : damaged(name)) said(text).forEach(s -> judge(s, bad));
        assertEquals(List.of(), List.copyOf(bad));
    }

    private static void judge(String said, TreeSet<String> bad) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (FORBIDDEN.stream().anyMatch(lower::contains)
                || !said.matches("(?s)\\d+:\\d+ [a-z]+(-[a-z0-9]+)*: [^ ].*[^ ]")
                || said.matches("(?s).*[a-z]\\.")) bad.add(said);
    }

    /** The text with every seventh of its words and signs missing in turn, or standing twice. */
    private List<String> damaged(String name) {
        String text = Texts.read(name);
        XtextResource whole = sets.get().add(name, text);
        List<String> all = new ArrayList<>();
        int i = 0;
        for (ILeafNode leaf : whole.getParseResult().getRootNode().getLeafNodes()) {
            if (leaf.isHidden() || i++ % 7 != 0) continue;
            String before = text.substring(0, leaf.getOffset());
            String after = text.substring(leaf.getEndOffset());
            all.add(before + after);
            all.add(before + leaf.getText() + " " + leaf.getText() + after);
        }
        return all;
    }
}
