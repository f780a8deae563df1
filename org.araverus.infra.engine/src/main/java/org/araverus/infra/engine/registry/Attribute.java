// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record component that is an attribute of the language or, if its type is a record, a block.
 * This annotation is all there is to add an attribute: compiler, completion, hover, schema and docs
 * read it. The name is the component's in snake_case (a trailing underscore is dropped: {@code
 * switch_}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Attribute {
    /** One line, no full stop. */
    String doc();

    /**
     * Coherent SI unit ({@code "W"}, {@code "B/s"}); {@code "%"} is a plain ratio that people read
     * in percent; empty for a pure number.
     */
    String unit() default "";

    /** The least value in SI. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value in SI. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether only whole numbers make sense (a count). */
    boolean whole() default false;

    /**
     * For a reference: the unit of a plain quantity that may stand in its place ({@code link: 800
     * Gbit/s}); empty if none may.
     */
    String orQuantity() default "";

    /** Whether a range ({@code 5..30 degC}) is what belongs here. */
    boolean range() default false;
}
