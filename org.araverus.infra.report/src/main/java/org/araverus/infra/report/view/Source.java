// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Trace;

/**
 * Where a number comes from.
 *
 * @param text what the text says of it; empty where it says nothing
 * @param unverified whether it says that nobody has checked it
 * @param place file and line; empty where no text is behind it
 */
public record Source(String text, boolean unverified, String place) {
    /** Nothing is known of it. */
    public static final Source NONE = new Source("", false, "");

    /** Of what stands at an origin. */
    public static Source of(Origin origin, Design design) {
        Trace t = design.traceOf(origin);
        if (t == null) return NONE;
        String text = t.source() == null ? "" : t.source();
        return new Source(text, text.contains("unverified"), place(t.place()));
    }

    private static String place(@org.jspecify.annotations.Nullable Place p) {
        return p == null ? "" : p.file() + ":" + p.line();
    }
}
