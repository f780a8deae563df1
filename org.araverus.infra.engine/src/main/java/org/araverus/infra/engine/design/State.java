// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** Whether a value is there. */
public enum State {
    KNOWN,
    /** Not written and without default. */
    ABSENT,
    /** Written, but broken, or made from something broken. */
    UNKNOWN
}
