// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.engine.design.Place;

/**
 * The lines of a text, enough of them to follow a finding over an edit until the engine has spoken
 * again.
 */
final class Lines {
    static final Lines NONE = new Lines("");

    private final int[] hashes;

    Lines(String text) {
        hashes = text.lines().mapToInt(String::hashCode).toArray();
    }

    /** The same finding where its line is in a later text. */
    Diagnostic moved(Diagnostic d, Lines later) {
        Place p = d.place();
        if (p == null) return d;
        int line = line(p.line(), later);
        if (line == p.line()) return d;
        return new Diagnostic(
                d.code(),
                d.severity(),
                d.message(),
                new Place(p.file(), line, p.column(), p.length()),
                d.details(),
                d.related(),
                d.fixes(),
                d.accepted());
    }

    /** Lines before the edit stay, lines behind it move; what is edited stays. */
    private int line(int line, Lines later) {
        int same = 0;
        int most = Math.min(hashes.length, later.hashes.length);
        while (same < most && hashes[same] == later.hashes[same]) same++;
        if (line <= same) return line;
        int behind = 0;
        while (behind < most - same
                && hashes[hashes.length - 1 - behind]
                        == later.hashes[later.hashes.length - 1 - behind]) behind++;
        if (line > hashes.length - behind) return line + later.hashes.length - hashes.length;
        return Math.max(1, Math.min(line, later.hashes.length));
    }
}
