// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.graphics.Drawable;
import org.eclipse.ui.editors.text.EditorsUI;

/**
 * Markdown in a plain text widget: it needs no browser, and has the colours and fonts of the theme.
 */
final class Markdown
        implements DefaultInformationControl.IInformationPresenter,
                DefaultInformationControl.IInformationPresenterExtension {
    /** A window that shows Markdown. */
    static final IInformationControlCreator CONTROL =
            parent ->
                    new DefaultInformationControl(
                            parent, EditorsUI.getTooltipAffordanceString(), new Markdown());

    private static final Parser PARSER =
            Parser.builder().extensions(java.util.List.of(TablesExtension.create())).build();

    private Markdown() {}

    @Override
    public String updatePresentation(
            Drawable drawable,
            String markdown,
            TextPresentation styles,
            int maxWidth,
            int maxHeight) {
        MarkdownText text = new MarkdownText();
        PARSER.parse(markdown).accept(text);
        text.styles().forEach(styles::addStyleRange);
        return text.text();
    }

    @Deprecated
    @Override
    public String updatePresentation(
            org.eclipse.swt.widgets.Display display,
            String markdown,
            TextPresentation styles,
            int maxWidth,
            int maxHeight) {
        return updatePresentation((Drawable) display, markdown, styles, maxWidth, maxHeight);
    }
}
