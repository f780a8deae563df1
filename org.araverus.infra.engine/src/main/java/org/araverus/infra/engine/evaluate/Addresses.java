// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.List;
import org.araverus.infra.engine.design.Address;
import org.araverus.infra.engine.design.Element;

/** Addresses made here. */
final class Addresses {

    private Addresses() {}

    /** All of an element. */
    static Address whole(Element e) {
        return new Address(e.name(), List.of());
    }
}
