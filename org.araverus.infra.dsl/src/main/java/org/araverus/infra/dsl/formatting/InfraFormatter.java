// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.util.ITextRegion;

/**
 * Lays texts out: two blanks for each level, lines of at most 100 columns, blocks on one line where
 * their author wrote them so and they fit, the author's grouping of members on lines, neighbouring
 * lines of one form in columns, at most one empty line in a row. A text that does not parse stays
 * as it is.
 */
@Singleton
public class InfraFormatter implements IFormatter2 {
    /** Members that have to stay as written before the whole text does. */
    private static final int MOST_EXCEPTIONS = 100;

    @Inject private IParser parser;

    /** Lays a text out. */
    public Formatted format(String text) {
        return format(parser.parse(new StringReader(text)));
    }

    /** Lays a parsed text out. */
    public Formatted format(IParseResult parsed) {
        Reading reading = Reading.of(parsed);
        String text = reading.text();
        Unreadable unreadable = reading.unreadable();
        if (unreadable != null) return new Formatted(text, List.of(), unreadable);
        List<Replacement> changes = changes(text, reading.pieces());
        return new Formatted(Replacement.apply(text, changes), changes, null);
    }

    /** Until every word reads as before, what does not is kept as written. */
    private static List<Replacement> changes(String text, List<Piece> pieces) {
        Set<Piece> kept = new HashSet<>();
        for (int i = 0; i < MOST_EXCEPTIONS; i++) {
            Braces file = Outline.of(pieces);
            Kept.apply(file, kept, text);
            List<Row> rows = Rows.of(file);
            Columns.set(rows);
            List<Replacement> changes = Layout.changes(text, rows);
            int wrong = SameWords.firstDifference(text, Replacement.apply(text, changes));
            if (wrong < 0) return changes;
            if (!Kept.add(kept, Outline.of(pieces), pieces, wrong)) break;
        }
        return List.of();
    }

    // ---- for editors

    @Override
    public List<ITextReplacement> format(FormatterRequest request) {
        ITextRegionAccess access = request.getTextRegionAccess();
        IParseResult parsed = access.getResource().getParseResult();
        List<ITextReplacement> all = new ArrayList<>();
        for (Replacement r : within(format(parsed), parsed, request.getRegions()))
            all.add(access.getRewriter().createReplacement(r.offset(), r.length(), r.with()));
        return all;
    }

    /**
     * The changes that touch a selection, as long as every word reads as before with these alone.
     */
    private static List<Replacement> within(
            Formatted whole, IParseResult parsed, Collection<ITextRegion> regions) {
        if (regions.isEmpty()) return whole.changes();
        String text = parsed.getRootNode().getText();
        List<Replacement> some =
                whole.changes().stream()
                        .filter(c -> regions.stream().anyMatch(r -> touches(c, r)))
                        .toList();
        boolean same = SameWords.firstDifference(text, Replacement.apply(text, some)) < 0;
        return same ? some : List.of();
    }

    private static boolean touches(Replacement change, ITextRegion region) {
        return change.end() >= region.getOffset()
                && change.offset() <= region.getOffset() + region.getLength();
    }
}
