// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** One semantic token: where it stands and what it is. */
record Token(int offset, int length, String type, List<String> modifiers) {
    /** The protocol's five numbers a token, each line and column relative to the token before. */
    static List<Token> of(IDocument text, SemanticTokensLegend legend, List<Integer> data) {
        List<Token> all = new ArrayList<>();
        int line = 0;
        int column = 0;
        for (int i = 0; i + 4 < data.size(); i += 5) {
            if (data.get(i) > 0) column = 0;
            line += data.get(i);
            column += data.get(i + 1);
            int bits = data.get(i + 4);
            List<String> modifiers =
                    IntStream.range(0, legend.getTokenModifiers().size())
                            .filter(b -> (bits >> b & 1) == 1)
                            .mapToObj(legend.getTokenModifiers()::get)
                            .toList();
            all.add(
                    new Token(
                            Positions.offset(text, new Position(line, column)),
                            data.get(i + 2),
                            legend.getTokenTypes().get(data.get(i + 3)),
                            modifiers));
        }
        return all;
    }
}
