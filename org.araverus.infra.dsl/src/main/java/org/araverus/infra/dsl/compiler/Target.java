// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import org.araverus.infra.dsl.infra.Index;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.infra.MetricDefinition;
import org.jspecify.annotations.Nullable;

/** What a path leads to, seen from an element with what it inherits. */
sealed interface Target {
    record ElementTarget(Effective element) implements Target {}

    /** A block; its path is empty for the element itself. */
    record BodyTarget(Effective element, String path) implements Target {}

    record AttributeTarget(Effective element, String path) implements Target {}

    /** Parts; with an index one of them, or some. */
    record PartTarget(Effective owner, String role, @Nullable Index index) implements Target {}

    /** The number of a part. */
    record CountTarget(Effective owner, String role) implements Target {}

    record LetTarget(Let let, @Nullable Effective element) implements Target {}

    record MetricTarget(Effective element, String path, MetricDefinition definition)
            implements Target {}

    record LiteralTarget(String name) implements Target {}

    /** A name that is not resolved, or that has no value. */
    record NoTarget() implements Target {}

    NoTarget NONE = new NoTarget();
}
