// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import org.araverus.infra.engine.design.Design;

/** Names without the package in front of them. */
public final class ShortNames {
    private final Design design;

    public ShortNames(Design design) {
        this.design = design;
    }

    /** The name of an element, or the address inside it, without its package. */
    public String of(String qualified) {
        for (int end = qualified.length(); end > 0; end = qualified.lastIndexOf('.', end - 1)) {
            String element = qualified.substring(0, end);
            if (design.elements().containsKey(element))
                return qualified.substring(element.lastIndexOf('.') + 1);
        }
        return qualified;
    }
}
