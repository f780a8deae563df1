// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;

/** What a part takes of a rack. */
public final class Room {
    private Room() {}

    /** Height, m; absent where it takes none or says nothing. */
    public static Value height(Element e) {
        return switch (e) {
            case Node n -> n.size();
            case Switch s -> s.size();
            default -> Value.absent(e.origin());
        };
    }

    /** Weight, kg; absent where it says nothing. */
    public static Value weight(Element e) {
        return switch (e) {
            case Node n -> n.weight();
            case Switch s -> s.weight();
            default -> Value.absent(e.origin());
        };
    }
}
