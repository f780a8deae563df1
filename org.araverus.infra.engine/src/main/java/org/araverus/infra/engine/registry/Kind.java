// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record that holds the attributes of a kind of element. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
    /** The keyword. */
    String value();

    /** One line, no full stop. */
    String doc();

    /**
     * The record of its metrics, those of the structure and those that exist only inside an
     * evaluate.
     */
    Class<? extends Record> metrics() default None.class;

    /** No metrics. */
    record None() {}
}
