// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import org.araverus.infra.dsl.infra.InfraPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;

/** The sort of thing that a proposal is, for its picture. */
final class Kinds {
    /** A value out of a few. */
    static final String LITERAL = "ENUM_MEMBER";

    /** A body with members. */
    static final String BLOCK = "STRUCT";

    /** A number that comes out. */
    static final String METRIC = "CONSTANT";

    private Kinds() {}

    static String of(EClass type) {
        return switch (type.getClassifierID()) {
            case InfraPackage.ATTRIBUTE_DEFINITION -> ContentAssistEntry.KIND_PROPERTY;
            case InfraPackage.BLOCK_DEFINITION -> BLOCK;
            case InfraPackage.LITERAL_DEFINITION -> LITERAL;
            case InfraPackage.METRIC_DEFINITION -> METRIC;
            case InfraPackage.FUNCTION_DEFINITION -> ContentAssistEntry.KIND_FUNCTION;
            case InfraPackage.ANNOTATION_DEFINITION -> ContentAssistEntry.KIND_INTERFACE;
            case InfraPackage.PARAMETER_DEFINITION, InfraPackage.LET ->
                    ContentAssistEntry.KIND_VARIABLE;
            case InfraPackage.PART, InfraPackage.NAMED_BLOCK -> ContentAssistEntry.KIND_FIELD;
            case InfraPackage.UNIT_DECLARATION -> ContentAssistEntry.KIND_UNIT;
            case InfraPackage.MODEL, InfraPackage.STACK -> ContentAssistEntry.KIND_MODULE;
            case InfraPackage.WORKLOAD, InfraPackage.EVALUATE -> ContentAssistEntry.KIND_METHOD;
            case InfraPackage.TOPOLOGY -> ContentAssistEntry.KIND_INTERFACE;
            default -> ContentAssistEntry.KIND_CLASS;
        };
    }
}
