// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.eclipse.emf.common.util.URI;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluate comes to, as {@code infra evaluate} says it.
 *
 * @param file in which it stands
 * @param name qualified
 * @param place of its name
 * @param blocked whether an error lies in what it reaches, so that nothing is made of it
 * @param evaluated its design and what the engine says of it, but for what holds its metrics back
 * @param later the same with that
 */
public record Answer(
        URI file, String name, Place place, boolean blocked, Evaluated evaluated, Whole later) {

    /** The numbers; null where an error stands in the way. */
    public @Nullable Evaluation evaluation() {
        return blocked ? null : evaluated.evaluation();
    }

    /**
     * The numbers with what holds them back, which is computed for the first who asks; null where
     * an error stands in the way.
     */
    public @Nullable Evaluation whole() {
        return evaluation() == null ? null : later.evaluation();
    }

    /** The last segment of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
