// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.List;
import org.araverus.infra.engine.finding.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/**
 * What does not fit in an expression or in how elements are put together.
 *
 * @param at where it is shown; with a feature, that feature of it alone
 * @param details aligned lines below the message
 * @param related other objects that take part
 */
public record Problem(
        String code,
        Severity severity,
        String message,
        EObject at,
        @Nullable EStructuralFeature feature,
        List<String> details,
        List<EObject> related) {}
