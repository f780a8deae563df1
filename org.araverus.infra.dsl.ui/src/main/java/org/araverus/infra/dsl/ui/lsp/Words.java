// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/** The word at a place, for questions whose answer names no region. */
final class Words {
    private Words() {}

    static IRegion at(IDocument text, int offset) {
        try {
            int from = offset;
            while (from > 0 && Character.isJavaIdentifierPart(text.getChar(from - 1))) from--;
            int to = offset;
            while (to < text.getLength() && Character.isJavaIdentifierPart(text.getChar(to))) to++;
            return new Region(from, to - from);
        } catch (BadLocationException e) {
            return new Region(offset, 0);
        }
    }
}
