// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.TextEdit;
import org.jspecify.annotations.Nullable;

/** The lines that edits make, in the HTML of the workbench's small windows; what is new is bold. */
final class Preview {
    private Preview() {}

    static String of(@Nullable IDocument text, List<TextEdit> edits) {
        StringBuilder html = new StringBuilder();
        for (TextEdit e : edits)
            html.append(text == null ? bold(e.getNewText()) : line(text, e)).append("<br>");
        return html.toString();
    }

    /** The edit with the rest of its lines around it. */
    private static String line(IDocument text, TextEdit e) {
        try {
            IRegion at = Positions.region(text, e.getRange());
            IRegion first = text.getLineInformationOfOffset(at.getOffset());
            int end = at.getOffset() + at.getLength();
            IRegion last = text.getLineInformationOfOffset(end);
            String before = text.get(first.getOffset(), at.getOffset() - first.getOffset());
            String after = text.get(end, last.getOffset() + last.getLength() - end);
            return escape(before.stripLeading()) + bold(e.getNewText()) + escape(after);
        } catch (BadLocationException wrong) {
            return bold(e.getNewText());
        }
    }

    private static String bold(String words) {
        return words.isBlank() ? escape(words) : "<b>" + escape(words) + "</b>";
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }
}
