// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.TextFix;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.report.render.Shown;
import org.araverus.infra.report.render.Sources;

/** What the language says, as it is shown. */
final class DiagnosticView {
    private DiagnosticView() {}

    static List<Shown> all(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticView::one).toList();
    }

    private static Shown one(Diagnostic d) {
        return new Shown(
                d.code(),
                d.severity(),
                d.message(),
                d.place(),
                d.details().stream().map(l -> new Shown.Line(l.text(), l.place())).toList(),
                d.related(),
                d.fixes().stream().map(DiagnosticView::fix).toList(),
                d.accepted());
    }

    private static Shown.Fix fix(TextFix f) {
        return new Shown.Fix(
                f.title(),
                f.edits().stream()
                        .map(e -> new Shown.Edit(e.file(), e.offset(), e.length(), e.text()))
                        .toList());
    }

    /** The lines behind the places. */
    static Sources sources(Workspace workspace) {
        return new Sources(workspace::text);
    }
}
