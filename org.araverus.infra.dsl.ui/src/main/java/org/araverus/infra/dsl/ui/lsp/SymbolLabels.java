// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.DocumentSymbol;

/** A symbol's name, with what the server says of it in a fainter colour. */
final class SymbolLabels extends DelegatingStyledCellLabelProvider {
    SymbolLabels() {
        super(new Names());
    }

    private static final class Names extends LabelProvider implements IStyledLabelProvider {
        @Override
        public StyledString getStyledText(Object element) {
            DocumentSymbol symbol = (DocumentSymbol) element;
            StyledString label = new StyledString(symbol.getName());
            if (symbol.getDetail() != null && !symbol.getDetail().isBlank())
                label.append("  " + symbol.getDetail(), StyledString.QUALIFIER_STYLER);
            return label;
        }
    }
}
