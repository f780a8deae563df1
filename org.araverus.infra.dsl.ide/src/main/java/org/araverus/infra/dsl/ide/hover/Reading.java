// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.hover;

import org.araverus.infra.dsl.ide.schedule.Evaluations;
import org.araverus.infra.dsl.registry.Registry;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.registry.Names;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/**
 * What a hover is written from.
 *
 * @param file in which the pointer rests
 * @param design of everything in it and what it reaches; null where nothing is known yet
 */
record Reading(
        XtextResource file, Registry registry, Evaluations evaluations, @Nullable Design design) {

    /** The record of an element by its qualified name; null where there is none. */
    @Nullable Element element(String name) {
        return design == null ? null : design.elements().get(name);
    }

    /** What the text says of an attribute; null where it says nothing. */
    @Nullable Trace trace(String element, String path) {
        return design == null
                ? null
                : design.trace().get(new org.araverus.infra.engine.design.Origin(element, path));
    }

    /** The value of an attribute by its path; null where it is no number. */
    @Nullable Value value(String element, String path) {
        Object at = element(element);
        for (String name : path.split("\\.")) {
            if (!(at instanceof Record r)) return null;
            at = component(r, name);
        }
        return at instanceof Value v ? v : null;
    }

    private static @Nullable Object component(Record of, String name) {
        for (var c : of.getClass().getRecordComponents())
            if (Names.of(c).equals(name)) {
                try {
                    return c.getAccessor().invoke(of);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        return null;
    }
}
