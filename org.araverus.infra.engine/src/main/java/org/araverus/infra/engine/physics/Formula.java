// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method of doubles as one formula of the physics.
 *
 * <p>The method is the only place where the formula is written; derivation trees and the generated
 * list of formulas are made from this annotation and the names of the parameters.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Formula {

    /** Dotted id, stable over versions, for example {@code op.gemm}. */
    String id();

    /** Unit of the result as the language writes it; {@code 1} for a plain number. */
    String unit();

    /** Where the formula comes from: a paper, a manual, or the reasoning in one phrase. */
    String source();

    /** The formula in the notation of a reader, for example {@code 2 m n k}. */
    String text();
}
