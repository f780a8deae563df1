// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a proposal beside its text.
 *
 * @param rank higher ones come first
 * @param element address of the element that is proposed, for its documentation; null without one
 */
record Ranked(int rank, @Nullable String element) {
    /** Units in which people write such a value, the usual one first. */
    static final int UNIT = 900;

    /** Other units of the dimension. */
    static final int OTHER_UNIT = 850;

    /** One of the few values that an attribute takes. */
    static final int LITERAL = 800;

    /** An attribute that has no value yet. */
    static final int ATTRIBUTE = 700;

    /** A block that is not there yet. */
    static final int BLOCK = 650;

    /** An attribute or a block that has been given above. */
    static final int INHERITED = 600;

    /** A name of this file. */
    static final int OWN = 580;

    /** A name that the file sees. */
    static final int SEEN = 560;

    /** A name that an import would bring. */
    static final int IMPORTABLE = 540;

    /** A whole element to fill in. */
    static final int TEMPLATE = 520;
}
