// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record component that is a result; a nested record groups results ({@code cost.per_token}) or
 * gives one percentiles.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Metric {
    /** One line, no full stop. */
    String doc();

    /** Coherent SI unit, as of an attribute. */
    String unit() default "";

    /** Formula id of the last step. */
    String formula() default "";

    /**
     * Whether it follows from the structure alone (counts, nameplate sums), so that elements may
     * use it; else it exists only inside an evaluate.
     */
    boolean structural() default false;
}
