// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** A literal that is not written like its constant: {@code N+1}. */
public interface Spelled {
    /** As people write it, without blanks. */
    String text();
}
