// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.infra.Evaluate;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.RuleRunner;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/**
 * The check of one file among those that its resource set holds, step by step, for who must not
 * hold the texts while the engine works: {@link #texts}, {@link #compile}, the engine on what comes
 * out, {@link #finish}. All steps but the engine's read the texts as they are now.
 */
public final class FileCheck {
    private final Workspace workspace;
    private final Checker checker;
    private @Nullable List<Diagnostic> texts;

    private FileCheck(Workspace workspace) {
        this.workspace = workspace;
        this.checker = new Checker(workspace);
    }

    /** The check of a file. */
    public static FileCheck of(XtextResource file) {
        return new FileCheck(Workspace.over(file));
    }

    /**
     * The designs that the engine needs.
     *
     * @param file everything in the file and what it reaches
     * @param evaluates one for each, in the order of the text
     */
    public record Designs(Design file, List<Design> evaluates) {
        public Designs {
            evaluates = List.copyOf(evaluates);
        }
    }

    /**
     * What comes out.
     *
     * @param findings all but what the language itself says, accepted ones included, in the order
     *     of the text
     * @param evaluates as the command compiles them
     */
    public record Finished(List<Diagnostic> findings, List<Compiled> evaluates) {
        public Finished {
            findings = List.copyOf(findings);
            evaluates = List.copyOf(evaluates);
        }
    }

    /** The rules that are asked. */
    public RuleRunner rules() {
        return workspace.runner();
    }

    /** What text rules say: nothing is compiled for it. Asked once for each reading. */
    public List<Diagnostic> texts() {
        return own(ofTexts());
    }

    private List<Diagnostic> ofTexts() {
        List<Diagnostic> known = texts;
        if (known != null) return known;
        Checker alone = new Checker(workspace);
        alone.texts();
        return texts = alone.said();
    }

    /** Compiles the file. */
    public Designs compile() {
        return Deep.run(
                () -> {
                    List<Design> evaluates = new ArrayList<>();
                    Design all = workspace.design();
                    for (XtextResource r : workspace.focus())
                        for (var e : Elements.of(r))
                            if (e instanceof Evaluate v && v.getName() != null)
                                evaluates.add(workspace.compiler().of(v));
                    return new Designs(all, evaluates);
                });
    }

    /**
     * Everything that text rules, compiler and engine say.
     *
     * @param designs what {@link #compile} gave
     * @param findings of the rules over the file's design
     * @param judged what the engine says of each evaluate
     * @param issues what the language itself says of the file, for what stands in the way of an
     *     evaluate
     */
    public Finished finish(
            Designs designs, List<Finding> findings, List<Judged> judged, List<Diagnostic> issues) {
        checker.texts(ofTexts());
        List<Diagnostic> all = own(checker.design(designs.file(), findings, judged));
        List<Diagnostic> errors = new ArrayList<>(all);
        errors.addAll(issues);
        errors.addAll(checker.brokenElsewhere());
        return new Finished(all, workspace.compiled(errors, checker.policy(), designs.evaluates()));
    }

    /**
     * Whether a rule of somebody's jar failed so far, so that what was found says less than it
     * could.
     */
    public boolean hasFailed() {
        return workspace.troubles().stream()
                .anyMatch(t -> t.code().equals(Workspace.Trouble.RULE_FAILED));
    }

    private List<Diagnostic> own(List<Diagnostic> all) {
        return all.stream()
                .map(this::here)
                .filter(d -> d.place() != null && workspace.isFocus(d.place().file()))
                .toList();
    }

    /** A rule that fails is told where it failed. */
    private Diagnostic here(Diagnostic d) {
        if (!d.code().equals(Workspace.Trouble.RULE_FAILED)
                || d.place() == null
                || workspace.isFocus(d.place().file())) return d;
        return new Diagnostic(
                d.code(),
                d.severity(),
                d.message(),
                new Place(name(), 1, 1, 1),
                d.details(),
                List.of(d.place()),
                d.fixes(),
                d.accepted());
    }

    /** The text of a file by the name that places have for it. */
    public String text(String file) {
        return workspace.text(file);
    }

    /** How places name the file. */
    public String name() {
        return workspace.focusFiles().getFirst();
    }
}
