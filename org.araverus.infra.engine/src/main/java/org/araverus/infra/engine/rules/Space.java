// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Value;

/** The room that the parts of a rack take. */
public final class Space {
    private Space() {}

    /** What each part takes of a measure; parts that say nothing of it stay out. */
    public static List<Parts.Draw> of(Rack rack, Function<Element, Value> measure, Design design) {
        List<Parts.Draw> all = new ArrayList<>();
        for (Parts.Item i : Parts.of(rack, design)) {
            Value one = measure.apply(i.type());
            if (!one.isAbsent()) {
                all.add(new Parts.Draw(i, one.si(), one.origin()));
            }
        }
        return all;
    }
}
