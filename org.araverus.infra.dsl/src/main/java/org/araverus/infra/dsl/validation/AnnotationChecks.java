// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ANNOTATION__ARGUMENTS;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ANNOTATION__DEFINITION;

import com.google.inject.Inject;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.UnitDeclaration;
import org.araverus.infra.dsl.registry.AnnotationKind;
import org.araverus.infra.dsl.resource.Annotations;
import org.araverus.infra.dsl.resource.Library;
import org.araverus.infra.dsl.resource.SyntaxLines;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** Annotations: where they stand, what they say, and whether the rules they name are there. */
class AnnotationChecks extends Checks {
    @Inject private Library library;
    @Inject private RuleIds rules;
    @Inject private SyntaxLines lines;

    @Check
    public void annotation(Annotation a) {
        if (a.getDefinition() == null || a.getDefinition().eIsProxy() || lines.hasError(a)) return;
        AnnotationKind kind = library.registry().annotation(a.getDefinition());
        EObject at = a.eContainer();
        String place =
                switch (kind) {
                    case SOURCE -> "";
                    case ACCEPT ->
                            at instanceof Declaration || at instanceof InfraFile
                                    ? ""
                                    : "before an element or before the package";
                    case QUANTITY, OFFSET, QUALIFIER ->
                            at instanceof UnitDeclaration ? "" : "before a unit";
                };
        if (!place.isEmpty())
            error(
                    "@" + kind.text() + " stands " + place,
                    a,
                    ANNOTATION__DEFINITION,
                    WritingChecks.MISPLACED);
        else if (isComplete(a, kind)) ruleIsKnown(a, kind);
    }

    private boolean isComplete(Annotation a, AnnotationKind kind) {
        boolean complete = a.getArguments().size() == kind.parameters().size();
        for (int i = 0; complete && i < kind.parameters().size(); i++)
            complete =
                    kind == AnnotationKind.OFFSET
                            ? Annotations.number(a, i) != null
                            : Annotations.text(a, i) != null && !Annotations.text(a, i).isBlank();
        if (!complete)
            error("it is written  " + example(kind), a, ANNOTATION__DEFINITION, "missing-value");
        return complete;
    }

    private static String example(AnnotationKind kind) {
        return switch (kind) {
            case SOURCE -> "@source(\"where the value comes from\")";
            case ACCEPT -> "@accept(\"rule-id\", \"reason\")";
            case QUANTITY -> "@quantity(\"power\")";
            case OFFSET -> "@offset(273.15)";
            case QUALIFIER -> "@qualifier";
        };
    }

    private void ruleIsKnown(Annotation a, AnnotationKind kind) {
        if (kind != AnnotationKind.ACCEPT) return;
        RuleIds.Unknown u = rules.unknown(Annotations.text(a, 0), a);
        if (u != null)
            error(u.message(), a, ANNOTATION__ARGUMENTS, 0, RuleIds.UNKNOWN_RULE, u.meant());
    }
}
