// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.diagnostics;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.araverus.infra.dsl.ide.pages.Copies;
import org.araverus.infra.dsl.ide.pages.RulePages;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Findings;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/**
 * What is found, as editors show it: with the rule's id and page, and with the places that a
 * finding names.
 */
@Singleton
public class LspDiagnostics {
    /** Who speaks, in the editor's list of problems. */
    public static final String SOURCE = "infra";

    private static final String SURPLUS = "unused-";

    @Inject private UriExtensions uris;
    @Inject private IResourceValidator validator;
    @Inject private IResourceScopeCache cache;

    /**
     * One finding.
     *
     * @param document address of the file that it is shown in
     * @param texts the text of a file by the name that places have for it
     */
    public org.eclipse.lsp4j.Diagnostic of(
            Diagnostic d, String document, UnaryOperator<String> texts) {
        Place at = d.place() == null ? new Place("", 1, 1, 1) : d.place();
        var result = new org.eclipse.lsp4j.Diagnostic(range(at), d.message());
        result.setSeverity(severity(d.severity()));
        mark(result, d.code());
        result.setRelatedInformation(related(d, at, document, texts));
        return result;
    }

    /** What the language itself says about a text. */
    public static org.eclipse.lsp4j.Diagnostic of(Issue issue) {
        Range range =
                new Range(
                        position(issue.getLineNumber(), issue.getColumn()),
                        position(issue.getLineNumberEnd(), issue.getColumnEnd()));
        var result = new org.eclipse.lsp4j.Diagnostic(range, issue.getMessage());
        result.setSeverity(
                switch (issue.getSeverity()) {
                    case ERROR -> DiagnosticSeverity.Error;
                    case WARNING -> DiagnosticSeverity.Warning;
                    case INFO -> DiagnosticSeverity.Information;
                    case IGNORE -> DiagnosticSeverity.Hint;
                });
        mark(result, issue.getCode());
        result.setData(issue.getData());
        return result;
    }

    /** What the language itself says about a text; kept with its tree. */
    public List<Issue> ofLanguage(XtextResource resource) {
        return cache.get(
                LspDiagnostics.class,
                resource,
                () -> validator.validate(resource, CheckMode.FAST_ONLY, CancelIndicator.NullImpl));
    }

    private static Position position(Integer line, Integer column) {
        return new Position(
                line == null ? 0 : Math.max(0, line - 1),
                column == null ? 0 : Math.max(0, column - 1));
    }

    private static void mark(org.eclipse.lsp4j.Diagnostic d, String code) {
        d.setSource(SOURCE);
        if (code == null) return;
        d.setCode(code);
        RulePages.address(code)
                .ifPresent(page -> d.setCodeDescription(new DiagnosticCodeDescription(page)));
        // drawn faded
        if (code.startsWith(SURPLUS)) d.setTags(List.of(DiagnosticTag.Unnecessary));
    }

    private List<DiagnosticRelatedInformation> related(
            Diagnostic d, Place at, String document, UnaryOperator<String> texts) {
        List<DiagnosticRelatedInformation> all = new ArrayList<>();
        for (Diagnostic.Line line : d.details())
            all.add(place(line.place() == null ? at : line.place(), line.text(), at, document));
        for (Place p : d.related()) all.add(place(p, line(p, texts), at, document));
        return all;
    }

    private DiagnosticRelatedInformation place(Place p, String says, Place at, String document) {
        String address = p.file().equals(at.file()) ? document : address(p.file());
        return new DiagnosticRelatedInformation(new Location(address, range(p)), says);
    }

    /** Where an editor opens a file that a place names. */
    public String address(String file) {
        return Findings.isOfTheLibrary(file)
                ? Copies.library(file)
                : uris.toUriString(URI.createFileURI(file));
    }

    /** The line as it is written: a place has no words of its own. */
    private static String line(Place p, UnaryOperator<String> texts) {
        return texts.apply(p.file()).lines().skip(p.line() - 1L).findFirst().orElse("").strip();
    }

    /** A place as the protocol counts it: from 0. */
    public static Range range(Place p) {
        Position from = position(p.line(), p.column());
        return new Range(from, new Position(from.getLine(), from.getCharacter() + p.length()));
    }

    private static DiagnosticSeverity severity(Severity s) {
        return switch (s) {
            case ERROR -> DiagnosticSeverity.Error;
            case DANGER, WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
    }
}
