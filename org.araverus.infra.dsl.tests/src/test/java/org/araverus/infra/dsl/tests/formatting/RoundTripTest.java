// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.formatting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Layouts;
import org.araverus.infra.dsl.workspace.Layouts.Laid;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.parser.IParseResult;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every text of the repository: laid out twice it is the same, and says the same. */
class RoundTripTest {
    private static final int VARIANTS = Boolean.getBoolean("full") ? 50 : 1;

    @TestFactory
    Stream<DynamicTest> everyTextKeepsItsWordsAndItsMeaning() {
        return Sources.all().entrySet().stream()
                .map(e -> dynamicTest(e.getKey(), () -> check(e.getKey(), e.getValue())));
    }

    private static void check(String name, String text) {
        Laid laid = Layouts.of(name, text);
        if (laid.place() != null) {
            assertThat(laid.after()).isEqualTo(text);
            assertThat(laid.refused()).isNotBlank();
            return;
        }
        String after = laid.after();
        assertThat(Layouts.of(name, after).after()).isEqualTo(after);
        assertThat(Meaning.words(after)).isEqualTo(Meaning.words(text));
        assertThat(Meaning.design(name, after)).isEqualTo(Meaning.design(name, text));
        assertThat(after).endsWith("\n").doesNotContain("\n\n\n", "\t", "\r");
        for (String line : after.lines().toList())
            if (!line.contains("/")) assertThat(line).isEqualTo(line.stripTrailing());
    }

    /** Blanks of another number, and more line breaks where there are some, lead to one layout. */
    @TestFactory
    Stream<DynamicTest> blanksDoNotMatter() {
        return Sources.all().entrySet().stream()
                .filter(e -> !e.getKey().endsWith("/kept.infra")) // its blanks are its author's
                .filter(e -> Layouts.of(e.getKey(), e.getValue()).place() == null)
                .map(e -> dynamicTest(e.getKey(), () -> blanks(e.getKey(), e.getValue())));
    }

    private static void blanks(String name, String text) {
        String canonical = Layouts.of(name, text).after();
        for (int seed = 0; seed < VARIANTS; seed++) {
            String other = variant(text, new Random(seed), false);
            assertThat(Layouts.of(name, other).after()).as(other).isEqualTo(canonical);
        }
    }

    /** Line breaks put in and taken out: what still parses is laid out and says the same. */
    @Test
    void lineBreaksMatterToNoMeaning() {
        int tried = 0;
        int read = 0;
        for (Map.Entry<String, String> e : Sources.all().entrySet())
            for (int seed = 0; seed < VARIANTS; seed++) {
                tried++;
                if (breaks(e.getKey(), variant(e.getValue(), new Random(seed), true))) read++;
            }
        // most variants have to be texts for this to say anything
        assertThat(read).isGreaterThan(tried / 4);
    }

    private static boolean breaks(String name, String text) {
        Laid laid = Layouts.of(name, text);
        String after = laid.after();
        if (laid.place() != null) {
            assertThat(after).isEqualTo(text);
            return false;
        }
        assertThat(Meaning.words(after)).as(text).isEqualTo(Meaning.words(text));
        assertThat(Layouts.of(name, after).after()).as(text).isEqualTo(after);
        assertThat(Meaning.design(name, after)).as(text).isEqualTo(Meaning.design(name, text));
        return true;
    }

    /** The same words with other blanks between them; with other line breaks if asked for. */
    private static String variant(String text, Random random, boolean breaks) {
        IParseResult parsed = Meaning.parse(text);
        StringBuilder all = new StringBuilder();
        String gap = "";
        String before = "";
        int rare = Math.max(2, text.length() / 20);
        for (ILeafNode leaf : parsed.getRootNode().getLeafNodes()) {
            String t = leaf.getText();
            if (t.isBlank()) {
                gap += t;
                continue;
            }
            boolean comment = before.startsWith("/") || t.startsWith("/");
            String other = gap(gap, random, breaks && !comment && random.nextInt(rare) == 0);
            // blanks behind a comment would be its own
            all.append(before.startsWith("//") ? other.replaceFirst("^ +", "") : other);
            all.append(before = t);
            gap = "";
        }
        return all.toString();
    }

    private static String gap(String gap, Random random, boolean breaks) {
        if (gap.isEmpty()) return gap;
        String blanks = " ".repeat(1 + random.nextInt(5));
        long lines = gap.chars().filter(c -> c == '\n').count();
        if (breaks) return lines > 0 ? blanks : "\n" + blanks;
        if (lines == 0) return random.nextInt(4) == 0 ? "\t" : blanks;
        String more = lines > 1 ? "\n".repeat(1 + random.nextInt(3)) : "";
        return (random.nextBoolean() ? blanks : "") + more + "\n" + blanks;
    }

    /** Nothing but blanks makes an empty text; an empty one stays empty. */
    @Test
    void emptyTexts() {
        List<String> after = new ArrayList<>();
        for (String text : List.of("", "\n\n", "  \n")) after.add(Layouts.of("a", text).after());
        assertThat(after).containsOnly("");
    }
}
