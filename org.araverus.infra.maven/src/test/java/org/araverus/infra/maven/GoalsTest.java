// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.DefaultMavenProjectHelper;
import org.apache.maven.project.MavenProject;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.evaluate.Evaluation.Answer;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pom can say, and what the log says then. */
class GoalsTest {
    private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();
    private static final Path RACK = EXAMPLES.resolve("first-rack");
    private static final Path BROKEN = RACK.resolve("broken.infra");

    private static Texts open(Map<String, String> severities) throws MojoExecutionException {
        return Texts.open(List.of(BROKEN), RACK, severities);
    }

    private static List<String> severities(Texts texts, String rule) {
        return texts.findings().stream()
                .filter(f -> f.rule().equals(rule))
                .map(f -> f.severity().name())
                .toList();
    }

    @Test
    void aPomSaysHowMuchRulesMatter() throws MojoExecutionException {
        assertThat(severities(open(Map.of()), "byte-bit-slip")).containsExactly("WARNING");
        assertThat(severities(open(Map.of("byte-bit-slip", "error")), "byte-bit-slip"))
                .containsExactly("ERROR");
        assertThat(severities(open(Map.of("byte-bit-slip", "off")), "byte-bit-slip")).isEmpty();
        assertThat(
                        severities(
                                open(Map.of("rack-units-exceeded", " note\n")),
                                "rack-units-exceeded"))
                .containsExactly("NOTE");
    }

    @Test
    void slipsInAPomAreToldPlainly() {
        assertThatThrownBy(() -> open(Map.of("byte-bit-slop", "error")))
                .hasMessage("severities: no rule byte-bit-slop; did you mean byte-bit-slip?");
        assertThatThrownBy(() -> open(Map.of("byte-bit-slip", "fatal")))
                .hasMessage(
                        "severities: byte-bit-slip is one of note, warning, danger, error, off; not fatal");
    }

    @Test
    void missingEvaluatesAreNamed() throws MojoExecutionException {
        Texts texts = Texts.open(List.of(BROKEN), RACK, Map.of());
        assertThatThrownBy(() -> texts.evaluates(List.of("Morning")))
                .hasMessage(
                        "no evaluate Morning; there is examples.broken.Baseline, examples.broken.Evening");
        assertThat(texts.evaluates(List.of("Evening")))
                .extracting(c -> c.name())
                .containsExactly("examples.broken.Evening");
    }

    /** Places name files from the module's folder, wherever the JVM was started. */
    @Test
    void findingsAreLogLinesWithTheirPlace() throws MojoExecutionException {
        Lines lines = new Lines();
        Texts texts = open(Map.of());
        new FindingLog(lines, RACK, EXAMPLES).write(texts.findings());
        assertThat(lines.all().getFirst())
                .startsWith(
                        "error first-rack/broken.infra:11:21: error[rack-power-over-budget] rack AirRack draws ")
                .contains("\n  = 4 x DGX_H100 at ", "    araverus/nvidia/nodes.infra:")
                .contains("\n  fix: budget: ");
        assertThat(lines.all()).anyMatch(l -> l.startsWith("warn first-rack/broken.infra:16:53: "));
        assertThat(lines.all()).anyMatch(l -> l.startsWith("info first-rack/broken.infra:42:11: "));
    }

    @ParameterizedTest
    @CsvSource({
        "error, ERROR, true", "error, DANGER, false", "danger, DANGER, true",
        "danger, WARNING, false", "warning, WARNING, true", "warning, NOTE, false",
        "note, NOTE, true", "never, ERROR, false"
    })
    void fromWhichGravityOnABuildFails(FailOn on, Severity severity, boolean fails) {
        assertThat(Checking.fails(on, finding("some-rule", severity))).isEqualTo(fails);
    }

    @Test
    void aMissedRequirementFailsLikeAnError() {
        assertThat(Checking.fails(FailOn.error, finding("requirement-missed", Severity.DANGER)))
                .isTrue();
        assertThat(Checking.fails(FailOn.never, finding("requirement-missed", Severity.DANGER)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "undecided, MET, false", "undecided, MISSED, true", "undecided, UNDECIDED, true",
        "missed, MET, false", "missed, MISSED, true", "missed, UNDECIDED, false",
        "never, MET, false", "never, MISSED, false", "never, UNDECIDED, false"
    })
    void whichAnswersFailABuild(Unmet on, Answer answer, boolean fails) {
        assertThat(Evaluating.fails(on, answer)).isEqualTo(fails);
    }

    @Test
    void compiledDesignsAreAttached(@TempDir File out)
            throws MojoExecutionException, MojoFailureException, ReflectiveOperationException {
        List<String> attached = new ArrayList<>();
        CompileMojo goal =
                new CompileMojo(
                        new DefaultMavenProjectHelper() {
                            @Override
                            public void attachArtifact(
                                    MavenProject project, String type, String label, File file) {
                                attached.add(
                                        label
                                                + " "
                                                + type
                                                + " "
                                                + out.toPath().relativize(file.toPath()));
                            }
                        });
        MavenProject project = new MavenProject();
        project.setFile(RACK.resolve("pom.xml").toFile());
        set(goal, "project", project);
        set(goal, "sources", List.of(RACK.resolve("first-rack.infra").toFile()));
        set(goal, "outputDirectory", out);
        goal.setLog(new Lines());
        goal.execute();
        assertThat(attached).isEmpty();
        set(goal, "attach", true);
        goal.execute();
        assertThat(attached)
                .containsExactly(
                        "examples.first_rack.Baseline.design json examples.first_rack.Baseline.design.json");
    }

    /** As Maven does it. */
    private static void set(InfraMojo goal, String parameter, Object value)
            throws ReflectiveOperationException {
        for (Class<?> c = goal.getClass(); c != null; c = c.getSuperclass())
            for (Field f : c.getDeclaredFields())
                if (f.getName().equals(parameter)) {
                    f.setAccessible(true);
                    f.set(goal, value);
                    return;
                }
        throw new NoSuchFieldException(parameter);
    }

    private static Shown finding(String rule, Severity severity) {
        return new Shown(
                rule,
                severity,
                "something",
                new Place("a.infra", 1, 1, 1),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
