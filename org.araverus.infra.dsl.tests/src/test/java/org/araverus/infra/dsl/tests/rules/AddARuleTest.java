// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.RuleRunner;
import org.araverus.infra.engine.finding.RuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/add-a-rule.md says, with what stands there. */
class AddARuleTest {
    private static final Pattern CLASS = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
    private static final Pattern INFRA = Pattern.compile("(?ms)^```infra\\R(.*?)^```$");
    private static final Pattern ERRORS =
            Pattern.compile("(?ms)^```text\\R(warning\\[rack-on-one-feed].*?)^```$");

    @TempDir private Path folder;

    @Test
    void theRuleOfThePageAnswersAsThePageSays() throws Exception {
        String page = Files.readString(Path.of("../docs/add-a-rule.md"));
        List<String> texts = all(INFRA, page);
        InfraRule rule = compile(all(CLASS, page).get(0));
        RuleSource source = () -> List.of(rule);

        Answer wrong = answer(texts.get(0), source);
        assertThat(wrong.shown()).isEqualTo(all(ERRORS, page).get(0));
        String fixed = wrong.with(wrong.found().get(0).fixes().get(0));
        assertThat(fixed).isEqualTo(texts.get(1));
        assertThat(answer(Objects.requireNonNull(fixed), source).found()).isEmpty();
    }

    @Test
    void itsEdgeLiesWhereThePageSays() throws Exception {
        String page = Files.readString(Path.of("../docs/add-a-rule.md"));
        assertThat(page).contains("upTo(\"rack-on-one-feed\", 1,");
        InfraRule rule = compile(all(CLASS, page).get(0));
        RuleRunner runner = new RuleRunner(() -> List.of(rule));
        Design design = Workspace.ofTexts(Map.of("wrong.infra", all(INFRA, page).get(0))).design();
        Origin feeds = new Origin("demo.Row", "power.feeds");
        assertThat(runner.check(Numbers.set(design, feeds, 1))).hasSize(1);
        assertThat(runner.check(Numbers.set(design, feeds, 2))).isEmpty();
    }

    private static Answer answer(String text, RuleSource more) {
        String file = "wrong.infra";
        Workspace workspace = Workspace.ofTexts(Map.of(file, text)).with(more);
        return new Answer(file, text, workspace.check());
    }

    private InfraRule compile(String text) throws Exception {
        Matcher name = Pattern.compile("final class (\\w+)").matcher(text);
        Matcher in = Pattern.compile("package ([\\w.]+);").matcher(text);
        assertThat(name.find() && in.find()).isTrue();
        Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), text);
        compile(source);
        // its own loader, with the engine's as parent
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, InfraRule.class.getClassLoader())) {
            Class<?> type = loader.loadClass(in.group(1) + "." + name.group(1));
            return (InfraRule) type.getConstructor().newInstance();
        }
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of(
                            "-d",
                            folder.toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-Xlint:all,-processing",
                            "-Werror",
                            "-proc:none");
            boolean done =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjects(source))
                            .call();
            assertThat(done).as(said.toString()).isTrue();
        }
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(r -> r.group(1)).toList();
    }
}
