// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;

/**
 * A rule over the elements of one kind in a design, whatever runs on them. Values that are not
 * known need no care: {@code si()} and {@link Design#get} throw {@link
 * org.araverus.infra.engine.design.NotKnown}, and the element is skipped; ask {@code isKnown()}
 * only where the rule can go on without.
 */
public abstract class DesignRule<E extends Element> extends InfraRule {
    private final Class<E> subject;

    protected DesignRule(Class<E> subject) {
        this.subject = subject;
    }

    public final Class<E> subject() {
        return subject;
    }

    /** Looks at one element and reports what does not fit. */
    public abstract void check(E element, Design design, Findings findings);
}
