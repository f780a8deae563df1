// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.json.DesignJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each token of each example and of each file of the library taken out in turn: nothing is thrown,
 * nobody speaks the parser's language, and what is newly said is about the damaged element or those
 * that use it. A sample of them, or with {@code -Dfull=true} each.
 */
class TokenMissingTest {
    private static final Path HOME = Path.of("../examples");
    private static final Path LIBRARY = Path.of("../org.araverus.infra.dsl/src/main/resources");
    private static final boolean FULL = Boolean.getBoolean("full");
    private static final Pattern TOKEN =
            Pattern.compile("(?s)//[^\\n]*|/\\*.*?\\*/|\"[^\"\\n]*\"|[\\w°%.]+|[^\\s\\w]");
    private static final List<String> WORDS_OF_PARSERS =
            List.of("mismatched", "viable", "extraneous", "RULE_", "EOF", "EObject", "null");

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return tests(HOME, 11);
    }

    @TestFactory
    Stream<DynamicTest> library() throws IOException {
        return tests(LIBRARY, 301);
    }

    private static Stream<DynamicTest> tests(Path home, int stride) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(f -> f.toString().endsWith(".infra")).sorted().toList().stream()
                    .map(
                            f ->
                                    dynamicTest(
                                            home.relativize(f).toString(),
                                            () -> check(f, FULL ? 1 : stride)));
        }
    }

    private static void check(Path file, int stride) throws IOException {
        String text = Files.readString(file);
        Workspace whole = Workspace.ofTexts(Map.of("t.infra", text));
        Set<String> before = new HashSet<>();
        for (Diagnostic d : whole.check()) before.add(d.code() + d.message());
        Map<String, Set<String>> users = users(whole.design());
        Map<Integer, String> elements = elementsByLine(whole.design(), text);
        Matcher m = TOKEN.matcher(text);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; m.find(); i++) {
            if (i % stride != 0 || m.group().startsWith("/")) continue;
            String damaged = text.substring(0, m.start()) + text.substring(m.end());
            String owner = owner(elements, line(text, m.start()));
            boolean local = !owner.isEmpty();
            Workspace w = Workspace.ofTexts(Map.of("t.infra", damaged));
            w.evaluates();
            for (Diagnostic d : w.check()) {
                String said = d.code() + d.message();
                for (String word : WORDS_OF_PARSERS)
                    if (d.message().contains(word)) wrong.add(m.group() + ": " + d.message());
                if (before.contains(said) || !local || d.place() == null) continue;
                // said where the next element begins
                if (d.code().equals("missing-brace")) continue;
                String about = owner(elements, d.place().line());
                if (!about.isEmpty()
                        && !about.equals(owner)
                        && !users.getOrDefault(owner, Set.of()).contains(about))
                    wrong.add(
                            "%s:%d without %s in %s: %s says %s"
                                    .formatted(
                                            file,
                                            line(text, m.start()),
                                            m.group(),
                                            owner,
                                            about,
                                            said));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Who uses an element, directly or through others. */
    private static Map<String, Set<String>> users(Design design) {
        Map<String, Set<String>> direct = new TreeMap<>();
        for (Element e : design.elements().values()) {
            String json =
                    DesignJson.write(
                            new Design(design.versions(), "", Map.of(e.name(), e), Map.of()));
            for (String other : design.elements().keySet())
                if (!other.equals(e.name()) && json.contains("\"" + other + "\""))
                    direct.computeIfAbsent(other, k -> new HashSet<>()).add(e.name());
        }
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (String name : design.elements().keySet()) {
            Set<String> reached = new HashSet<>();
            collect(name, direct, reached);
            all.put(name, reached);
        }
        return all;
    }

    private static void collect(String name, Map<String, Set<String>> direct, Set<String> into) {
        for (String user : direct.getOrDefault(name, Set.of()))
            if (into.add(user)) collect(user, direct, into);
    }

    /** The first line of each element of the text, comments and annotations before it included. */
    private static Map<Integer, String> elementsByLine(Design design, String text) {
        Map<Integer, String> lines = new TreeMap<>();
        for (Map.Entry<Origin, Trace> t : design.trace().entrySet())
            if (t.getKey().attribute().isEmpty()
                    && t.getValue().place() != null
                    && t.getValue().place().file().equals("t.infra"))
                lines.put(first(text, t.getValue().place().line()), t.getKey().element());
        return lines;
    }

    private static int first(String text, int line) {
        List<String> lines = text.lines().toList();
        int first = line;
        while (first > 1 && lines.get(first - 2).matches("(@| \\*|/\\*).*")) first--;
        return first;
    }

    private static String owner(Map<Integer, String> elements, int line) {
        String owner = "";
        for (Map.Entry<Integer, String> e : elements.entrySet())
            if (e.getKey() <= line) owner = e.getValue();
        return owner;
    }

    private static int line(String text, int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}
