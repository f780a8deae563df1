// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.araverus.infra.dsl.compiler.Annotations;
import org.araverus.infra.dsl.compiler.Problem;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Evaluate;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.validation.TextFinding;
import org.araverus.infra.dsl.validation.TextRules;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Header;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Policy;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.RuleRunner;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.units.Show;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;

/** Collects what parser, linker, text rules, compiler and design rules say, as diagnostics. */
final class Checker {
    private static final Comparator<Diagnostic> ORDER =
            Comparator.comparing((Diagnostic d) -> d.place() == null ? "" : d.place().file())
                    .thenComparing(d -> d.place() == null ? 0 : d.place().line())
                    .thenComparing(d -> d.place() == null ? 0 : d.place().column())
                    .thenComparing(Diagnostic::code)
                    .thenComparing(Diagnostic::message);

    private final Workspace workspace;
    private final RuleRunner runner;
    private final Settings settings;
    private final List<Diagnostic> all = new ArrayList<>();
    private final SortedMap<String, String> accepted = new TreeMap<>();

    Checker(Workspace workspace) {
        this.workspace = workspace;
        this.runner = workspace.runner();
        this.settings = workspace.settings(runner.rules()).with(workspace.severities());
    }

    List<Diagnostic> all() {
        for (XtextResource r : workspace.focus()) issues(r);
        versions();
        for (Place deep : workspace.tooDeep())
            add(
                    "nested-too-deep",
                    Severity.ERROR,
                    "this nests deeper than can be read; give inner values a name with let",
                    deep,
                    List.of(),
                    List.of(),
                    List.of());
        return design();
    }

    private void versions() {
        EObject project = settings.written();
        if (project != null)
            for (String said : settings.versions())
                add(
                        "project-version",
                        Severity.NOTE,
                        said,
                        workspace
                                .places()
                                .of(project, project.eClass().getEStructuralFeature("name")),
                        List.of(),
                        List.of(),
                        List.of());
    }

    /** What compiler and rules say, and what was collected before. */
    private List<Diagnostic> design() {
        Design design = workspace.design();
        List<Judged> judged = new ArrayList<>();
        for (XtextResource r : workspace.focus())
            for (var e : Elements.of(r))
                if (e instanceof Evaluate v && v.getName() != null)
                    judged.add(Judged.of(workspace.compiler().of(v), runner));
        texts();
        return design(design, runner.check(design), judged);
    }

    /** The same, where the engine has spoken already; what text rules say was collected before. */
    List<Diagnostic> design(Design design, List<Finding> found, List<Judged> judged) {
        findings(found, design);
        for (Judged j : judged) {
            findings(j.findings(), j.design());
            missed(j.evaluation(), j.design());
        }
        for (Problem p : workspace.compiler().problems()) problem(p);
        for (Workspace.Trouble t : workspace.troubles())
            project(t.code(), Severity.ERROR, t.message(), t.at());
        goneFromBaseline();
        return said();
    }

    /** What text rules say. */
    void texts() {
        for (XtextResource r : workspace.focus())
            for (TextFinding f : TextRules.check(r, runner.rules(), workspace::failed)) text(f);
    }

    /** What text rules have said of the same texts. */
    void texts(List<Diagnostic> said) {
        all.addAll(said);
    }

    /** All that was collected, each once. */
    List<Diagnostic> said() {
        Set<List<Object>> said = new HashSet<>();
        return all.stream().sorted(ORDER).filter(d -> said.add(words(d))).toList();
    }

    /** Where the language itself finds files broken that are not spoken about. */
    List<Diagnostic> brokenElsewhere() {
        Checker others = new Checker(workspace);
        for (XtextResource r : workspace.resources().values())
            if (!workspace.focus().contains(r))
                for (Resource.Diagnostic e : r.getErrors())
                    if (e instanceof AbstractDiagnostic d)
                        others.add(
                                "syntax",
                                Severity.ERROR,
                                d.getMessage(),
                                new Place(
                                        workspace.name(r),
                                        Math.max(1, d.getLine()),
                                        Math.max(1, d.getColumn()),
                                        1),
                                List.of(),
                                List.of(),
                                List.of());
        return others.said();
    }

    /** What people read of a finding: heirs of one value say it once. */
    private static List<Object> words(Diagnostic d) {
        return Arrays.asList(d.code(), d.place(), d.message());
    }

    /** Requirements that are missed; those that are undecided wait for an evaluation. */
    private void missed(Evaluation result, Design design) {
        FindingPlaces places = new FindingPlaces(design);
        String name = design.evaluate().header().simpleName();
        for (Evaluation.Verdict v : result.requirements()) {
            if (v.answer() != Evaluation.Answer.MISSED) continue;
            String by = Show.value(Math.abs(v.left() - v.right()), v.unit());
            add(
                    Diagnostic.MISSED,
                    Severity.DANGER,
                    "%s misses %s: %s, off by %s"
                            .formatted(name, v.text(), Show.value(v.left(), v.unit()), by),
                    places.shown(v.origin()),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    /** What the language itself says. */
    private void issues(XtextResource r) {
        IResourceValidator validator = workspace.injector().getInstance(IResourceValidator.class);
        for (Issue i : validator.validate(r, CheckMode.FAST_ONLY, CancelIndicator.NullImpl)) {
            int line = i.getLineNumber() == null ? 1 : i.getLineNumber();
            int column = i.getColumn() == null ? 1 : i.getColumn();
            int length = i.getLength() == null ? 1 : Math.max(1, i.getLength());
            String file =
                    workspace
                            .places()
                            .place(r.getURI(), r.getParseResult().getRootNode(), 0, 1)
                            .file();
            Place place = firstLine(new Place(file, line, column, length));
            add(
                    i.getCode() == null ? "syntax" : i.getCode(),
                    severity(i),
                    i.getMessage(),
                    place,
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private Place firstLine(Place p) {
        String text = workspace.text(p.file());
        int from = workspace.around(p).offset(p);
        int end = text.indexOf('\n', from);
        return end < 0 || from + p.length() <= end
                ? p
                : new Place(p.file(), p.line(), p.column(), Math.max(1, end - from));
    }

    private static Severity severity(Issue i) {
        return switch (i.getSeverity()) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            default -> Severity.NOTE;
        };
    }

    private void text(TextFinding f) {
        Place place = workspace.places().of(f.at(), f.feature());
        if (place == null) return;
        List<Diagnostic.Line> details = new ArrayList<>();
        for (TextFinding.Detail d : f.details())
            details.add(
                    new Diagnostic.Line(
                            d.text(), d.from() == null ? null : workspace.places().of(d.from())));
        List<TextFix> fixes = new ArrayList<>();
        for (TextFinding.Fix fix : f.fixes())
            fixes.add(
                    new TextFix(
                            fix.title(),
                            fix.changes().stream()
                                    .map(
                                            c ->
                                                    new TextEdit(
                                                            place.file(),
                                                            c.offset(),
                                                            c.length(),
                                                            c.text()))
                                    .toList()));
        add(f.rule(), f.severity(), f.message(), place, details, List.of(), fixes);
    }

    private void problem(Problem p) {
        Place place = workspace.places().of(p.at(), p.feature());
        List<Place> related = new ArrayList<>();
        for (EObject o : p.related()) {
            Place other = workspace.places().of(o);
            if (other != null && !other.equals(place)) related.add(other);
        }
        add(
                p.code(),
                p.severity(),
                p.message(),
                place,
                p.details().stream().map(d -> new Diagnostic.Line(d, null)).toList(),
                related,
                List.of());
    }

    private void findings(List<Finding> findings, Design design) {
        FindingPlaces places = new FindingPlaces(design);
        FixTexts fixes = new FixTexts(workspace, design);
        for (Finding f : findings) {
            Place place = places.shown(f.origin());
            Place library = places.library(f.origin());
            String reason = reason(f.rule(), place, f.message());
            if (reason != null) accepted.put(Policy.key(f.rule(), f.origin()), reason);
            List<Place> related = new ArrayList<>();
            if (library != null) related.add(library);
            for (Origin o : f.related()) {
                Place other = places.written(o);
                if (other != null) related.add(other);
            }
            List<Diagnostic.Line> details =
                    f.details().stream()
                            .map(
                                    d ->
                                            new Diagnostic.Line(
                                                    d.text(),
                                                    d.origin().equals(Origin.NOWHERE)
                                                            ? null
                                                            : places.written(d.origin())))
                            .toList();
            add(
                    f.rule(),
                    f.severity(),
                    f.message(),
                    place,
                    details,
                    related,
                    f.fixes().stream().map(fixes::of).filter(java.util.Objects::nonNull).toList());
        }
    }

    private void add(
            String code,
            Severity severity,
            String message,
            @Nullable Place place,
            List<Diagnostic.Line> details,
            List<Place> related,
            List<TextFix> fixes) {
        Severity here = settings.severity(code, severity);
        if (here == null) return;
        String reason = reason(code, place, message);
        all.add(new Diagnostic(code, here, message, place, details, related, fixes, reason));
    }

    /** How findings count for the engine, after they were collected. */
    Policy policy() {
        return new Policy(settings.severities(), accepted);
    }

    private @Nullable String reason(String code, @Nullable Place place, String message) {
        String reason = accepted(code, place);
        if (reason == null) reason = settings.accepted(code);
        Baseline baseline = workspace.baseline();
        return reason != null || baseline == null || place == null || !workspace.isOfRule(code)
                ? reason
                : baseline.reason(code, place.file(), message);
    }

    /** A note where findings of the baseline are mended. */
    private void goneFromBaseline() {
        Baseline baseline = workspace.baseline();
        EObject at = settings.written("baseline");
        if (baseline == null || at == null) return;
        long gone = baseline.gone(workspace.focusFiles());
        if (gone == 0) return;
        String message =
                "%d finding%s of the baseline %s gone; write it anew"
                        .formatted(gone, gone == 1 ? "" : "s", gone == 1 ? "is" : "are");
        project(Baseline.OUTDATED, Severity.NOTE, message, at);
    }

    /** About something that the project file says. */
    private void project(String code, Severity severity, String message, EObject at) {
        Place place = workspace.places().of(at);
        add(code, severity, message, place, List.of(), List.of(), List.of());
    }

    /** The reason for which an element or its file accepts a finding. */
    private @Nullable String accepted(String code, @Nullable Place place) {
        if (place == null) return null;
        Declaration d = workspace.around(place).declaration(place);
        for (Header.Accepted a : d == null ? ofTheFile(place) : Annotations.accepted(d))
            if (a.rule().equals(code)) return a.reason();
        return null;
    }

    /** What stands before the elements, an import for example, is the file's. */
    private List<Header.Accepted> ofTheFile(Place place) {
        XtextResource r = workspace.resources().get(place.file());
        return r != null
                        && !r.getContents().isEmpty()
                        && r.getContents().get(0) instanceof InfraFile file
                ? Annotations.accepted(file)
                : List.of();
    }
}
