// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which room knows which: data flows one way, from text to design to evaluation to report. */
class ArrowsTest {
    private static final String ROOT = "org.araverus.infra.";

    /** Modules, by what they know of ours. A module that is not here fails the first test. */
    private static final Map<String, Set<String>> KNOWS =
            Map.of(
                    "engine", Set.of(),
                    "dsl", Set.of("engine"),
                    "report", Set.of("engine"),
                    "ledger", Set.of("engine", "dsl"),
                    "dsl.ide", Set.of("engine", "dsl", "report"),
                    "cli", Set.of("engine", "dsl", "report", "ledger", "dsl.ide"));

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("org.araverus.infra");

    @Test
    void everyModuleHasItsArrows() {
        Set<String> seen = new LinkedHashSet<>();
        for (JavaClass type : OURS) {
            String module = module(type);
            assertThat(module).as(type.getName()).isNotEmpty();
            seen.add(module);
        }
        assertThat(seen).isEqualTo(KNOWS.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "dsl", "report", "ledger", "dsl.ide", "cli"})
    void modulesKnowWhatIsBeforeThem(String module) {
        Set<String> known = KNOWS.get(module);
        noClasses()
                .that(describe("are in " + module, type -> module(type).equals(module)))
                .should()
                .dependOnClassesThat(
                        describe(
                                "are ours and neither in " + module + " nor in " + known,
                                type ->
                                        type.getPackageName().startsWith(ROOT)
                                                && !module(type).equals(module)
                                                && !known.contains(module(type))))
                .check(OURS);
    }

    /** The engine is a library for anyone: a design in JSON is all that it asks for. */
    @Test
    void theEngineStandsOnJavaAndOneJsonLibrary() {
        classes()
                .that(inRoom("engine.."))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.core..",
                        ROOT + "engine..")
                .check(OURS);
    }

    @Test
    void physicsAndUnitsKnowNoDesign() {
        for (String room : new String[] {"engine.physics", "engine.units"}) {
            classes()
                    .that(inRoom(room + ".."))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", ROOT + room + "..")
                    .check(OURS);
        }
    }

    /** A result is the same whichever rules are there to judge it. */
    @Test
    void evaluationKnowsNoRules() {
        noClasses()
                .that(inRoom("engine.evaluate.."))
                .should()
                .dependOnClassesThat(inRoom("engine.finding..").or(inRoom("engine.rules..")))
                .check(OURS);
    }

    /** Of the JDK's own internals and of others' there is none that may go away. */
    @Test
    void nobodyLeansOnInternals() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sun..", "com.sun..", "jdk.internal..")
                .check(OURS);
    }

    @Test
    void packagesOfTheEngineHaveNoCycles() {
        slices().assignedFrom(new Packages("engine")).should().beFreeOfCycles().check(OURS);
    }

    @Test
    void packagesOfReportLedgerAndCommandHaveNoCycles() {
        slices().assignedFrom(new Packages("report")).should().beFreeOfCycles().check(OURS);
        slices().assignedFrom(new Packages("ledger")).should().beFreeOfCycles().check(OURS);
        slices().assignedFrom(new Packages("cli")).should().beFreeOfCycles().check(OURS);
    }

    /** Of the language too, but for its root, where Guice is told of everything. */
    @Test
    void packagesOfTheLanguageHaveNoCycles() {
        slices().assignedFrom(new Packages("dsl")).should().beFreeOfCycles().check(OURS);
    }

    /** The module of a class of ours, the longest name that fits; "" if there is none. */
    private static String module(JavaClass type) {
        return KNOWS.keySet().stream()
                .filter(m -> (type.getPackageName() + ".").startsWith(ROOT + m + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static DescribedPredicate<JavaClass> inRoom(String room) {
        return JavaClass.Predicates.resideInAPackage(ROOT + room);
    }

    /** A slice for each package of a module. */
    private record Packages(String module) implements SliceAssignment {
        /** The records and the schema read from them are one room in two packages. */
        private static final Set<String> DESIGN = Set.of("engine.design", "engine.registry");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!ArrowsTest.module(type).equals(module)
                    || name.equals(ROOT + "dsl")
                    || name.startsWith(ROOT + "dsl.infra")) {
                return SliceIdentifier.ignore();
            }
            String room = name.substring(ROOT.length());
            return SliceIdentifier.of(DESIGN.contains(room) ? "engine.design" : room);
        }

        @Override
        public String getDescription() {
            return "packages of " + module;
        }
    }
}
