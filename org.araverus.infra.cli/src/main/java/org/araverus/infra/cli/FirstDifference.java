// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.dsl.workspace.Layouts.Laid;

/** Where a text leaves its layout first, for a person. */
final class FirstDifference {
    private FirstDifference() {}

    /** {@code FILE:LINE} and the line as it is and as it should be, or what sets them apart. */
    static String of(Laid text) {
        List<String> before = List.of(text.before().split("\n", -1));
        List<String> after = List.of(text.after().split("\n", -1));
        int i = 0;
        while (i < before.size() && i < after.size() && before.get(i).equals(after.get(i))) i++;
        return text.name() + ":" + said(before, after, i);
    }

    private static String said(List<String> before, List<String> after, int i) {
        if (i == before.size()) return i + "  a line break is missing at the end\n";
        if (i == after.size()) return i + "  an empty line too much\n";
        return (i + 1) + said(before.get(i), after.get(i));
    }

    private static String said(String is, String should) {
        if (is.equals(should + "\r")) return "  a carriage return stands before the line's end\n";
        if (is.isBlank() && !should.isBlank()) return "  an empty line too much\n";
        if (should.isBlank() && !is.isBlank())
            return "  an empty line is missing before this one\n";
        if (is.stripTrailing().equals(should)) return "  blanks stand at the line's end\n";
        return "\n  - " + is + "\n  + " + should + "\n";
    }
}
