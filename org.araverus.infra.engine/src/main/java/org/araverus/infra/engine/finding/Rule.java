// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A rule. Its id is the kebab-case of the class's name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rule {
    /** One sentence, no full stop: what does not fit. */
    String summary();

    Severity severity();

    Layer layer();

    /** The language version that brought it. */
    String since();
}
