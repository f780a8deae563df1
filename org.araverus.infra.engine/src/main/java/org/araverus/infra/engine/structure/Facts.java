// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.structure;

import java.util.List;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Value;
import org.jspecify.annotations.Nullable;

/**
 * What sums over parts ask for. A finished design knows it all; a compiler finds one value at a
 * time, so that a budget may be computed from the nameplate of its own rack.
 */
public interface Facts {
    /** Path of the attribute that is a price. */
    String PRICE = "price";

    /** The record of an element's kind; null where there is no such element. */
    @Nullable Class<? extends Element> kind(String element);

    List<Part> parts(String element);

    /** The most that one draws, W; absent where nothing says it. */
    Value rated(String element);

    /** The price of one, USD; absent where nothing says it. */
    Value price(String element);

    static Facts of(Design design) {
        return new DesignFacts(design);
    }

    /** Path of the attribute that says what one of a kind draws at most. */
    static String ratedPath(Class<? extends Element> kind) {
        return kind == Accelerator.class || kind == Cpu.class ? "power.limit" : "power.max";
    }
}
