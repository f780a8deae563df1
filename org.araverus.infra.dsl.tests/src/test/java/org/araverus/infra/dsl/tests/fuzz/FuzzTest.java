// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.araverus.infra.dsl.InfraStandaloneSetup;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Layouts;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.json.DesignJson;
import org.araverus.infra.engine.json.UnreadableDesign;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Test;

/**
 * Whatever a text holds, nothing is thrown and nobody speaks the parser generator's language. Some
 * thousands each from a fixed seed; {@code -Dfuzz=60s} goes on for so long in all, {@code
 * -Dfuzz=1000000} for so many each, {@code -Dfuzz.seed=7} from another seed.
 */
class FuzzTest {
    private static final String BUDGET = System.getProperty("fuzz", "");
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    /** What the targets share where a time is given. */
    private static final int TARGETS = 5;

    /** Different crashes that are shown. */
    private static final int SHOWN = 8;

    private static final List<String> WORDS_OF_PARSERS =
            List.of(
                    "mismatched",
                    "viable",
                    "extraneous",
                    "RULE_",
                    "<EOF>",
                    "EObject",
                    "ecore",
                    "java.",
                    "Exception",
                    "ValueConverter",
                    "null");

    private interface Target {
        void feed(String input) throws Exception;
    }

    /** Feeds so many inputs, or for so long, and tells what was thrown, each sort once. */
    private static void run(String name, Supplier<String> inputs, int usual, Target target) {
        long count = BUDGET.isEmpty() || BUDGET.endsWith("s") ? usual : Long.parseLong(BUDGET);
        long start = System.nanoTime();
        long until =
                BUDGET.endsWith("s")
                        ? start
                                + Long.parseLong(BUDGET.substring(0, BUDGET.length() - 1))
                                        * 1_000_000_000
                                        / TARGETS
                        : 0;
        Map<String, Path> crashes = new LinkedHashMap<>();
        long n = 0;
        for (; until == 0 ? n < count : System.nanoTime() < until; n++) {
            String input = inputs.get();
            try {
                target.feed(input);
            } catch (Exception | AssertionError | StackOverflowError e) {
                String sort = sort(e);
                if (crashes.size() < SHOWN && !crashes.containsKey(sort))
                    crashes.put(sort, keep(name + "-" + n, input));
            }
        }
        if (!BUDGET.isEmpty())
            System.out.printf(
                    "fuzz %s: %d inputs in %d s%n",
                    name, n, (System.nanoTime() - start) / 1_000_000_000);
        assertThat(crashes).isEmpty();
    }

    /** Keeps an input that somebody has to look at, halves of characters included (UTF-16). */
    private static Path keep(String name, String input) {
        try {
            Path file = Path.of("target", "fuzz", name + ".txt");
            Files.createDirectories(file.getParent());
            ByteBuffer bytes = ByteBuffer.allocate(2 + 2 * input.length());
            bytes.putChar('\ufeff');
            input.chars().forEach(c -> bytes.putChar((char) c));
            return Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was thrown, and where of ours. */
    private static String sort(Throwable e) {
        StringBuilder where = new StringBuilder(e.getClass().getName());
        if (e instanceof AssertionError || e.getStackTrace().length == 0)
            return where + ": " + e.getMessage();
        for (Throwable c = e.getCause(); c != null; c = c.getCause())
            where.append(" by ").append(c);
        int shown = 0;
        for (StackTraceElement s : e.getStackTrace())
            if (s.getClassName().startsWith("org.araverus") && shown++ < 3)
                where.append(" at ").append(s);
        return where.toString();
    }

    /** Words of the text itself are no words of a parser. */
    private static void judge(String message, String text) {
        for (String word : WORDS_OF_PARSERS)
            if (message.contains(word) && !text.contains(word))
                throw new AssertionError(word + " is said");
    }

    @Test
    void parser() {
        Injector language = new InfraStandaloneSetup().createInjectorAndDoEMFRegistration();
        IParser parser = language.getInstance(IParser.class);
        run(
                "parser",
                new Mutator(Corpus.texts(), 600, SEED)::next,
                4000,
                text -> {
                    for (INode error : parser.parse(new StringReader(text)).getSyntaxErrors())
                        if (!text.contains(error.getSyntaxErrorMessage().getMessage()))
                            judge(error.getSyntaxErrorMessage().getMessage(), text);
                });
    }

    @Test
    void compilerOfExamples() {
        run(
                "compiler of examples",
                new Mutator(Corpus.examples(), 0, SEED)::next,
                150,
                FuzzTest::compile);
    }

    /** Small designs, and what is left where stretches of texts stand alone. */
    @Test
    void compiler() {
        Mutator whole = new Mutator(Corpus.rules(), 0, SEED);
        Mutator stretches = new Mutator(Corpus.texts(), 600, SEED);
        int[] n = {0};
        run(
                "compiler",
                () -> n[0]++ % 10 == 0 ? whole.next() : stretches.next(),
                500,
                FuzzTest::compile);
    }

    private static void compile(String text) throws UnreadableDesign {
        Workspace w = Workspace.ofTexts(Map.of("t.infra", text));
        for (Diagnostic d : w.check()) judge(d.message(), text);
        for (Compiled c : w.evaluates()) {
            String json = DesignJson.write(c.design());
            String again = DesignJson.write(DesignJson.read(json));
            if (!again.equals(json)) throw new AssertionError("not read as written");
        }
    }

    /** What can be read is laid out, once and for all. */
    @Test
    void formatter() {
        run(
                "formatter",
                new Mutator(Corpus.texts(), 600, SEED)::next,
                1000,
                text -> {
                    Layouts.Laid laid = Layouts.of("t.infra", text);
                    if (laid.refused() != null) judge(laid.refused(), text);
                    else if (Layouts.of("t.infra", laid.after()).isChanged())
                        throw new AssertionError("laid out twice, it is another text");
                });
    }

    /** What can be read is written and read again; each tenth is evaluated, too. */
    @Test
    void compiledDesigns() {
        int[] n = {0};
        run(
                "compiled designs",
                new Mutator(Corpus.designs(), 0, SEED)::next,
                2000,
                text -> {
                    boolean evaluates = n[0]++ % 10 == 0;
                    try {
                        String json = DesignJson.write(DesignJson.read(text));
                        String again = DesignJson.write(DesignJson.read(json));
                        if (!again.equals(json)) throw new AssertionError("not read as written");
                        if (evaluates) Evaluated.of(Evaluated.read(text));
                    } catch (UnreadableDesign e) {
                        judge(e.getMessage(), text);
                    }
                });
    }
}
