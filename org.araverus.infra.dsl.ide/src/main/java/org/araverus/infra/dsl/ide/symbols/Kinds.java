// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.symbols;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.*;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.SymbolKind;

/** The protocol's kinds, which decide the icon, for the language's. */
public final class Kinds {
    private Kinds() {}

    /** The kind of what a class of the model holds. */
    public static SymbolKind of(EClass c) {
        if (c == LET) return SymbolKind.Variable;
        if (c == PART) return SymbolKind.Field;
        if (c == BLOCK) return SymbolKind.Object;
        if (c == NAMED_BLOCK) return SymbolKind.Struct;
        if (c == UNIT_DECLARATION) return SymbolKind.Constant;
        if (c == PROJECT_DECLARATION) return SymbolKind.Package;
        if (c == TOPOLOGY) return SymbolKind.Interface;
        if (c == SITE) return SymbolKind.Namespace;
        if (c == MODEL || c == STACK) return SymbolKind.Module;
        if (c == WORKLOAD) return SymbolKind.Method;
        if (c == EVALUATE) return SymbolKind.Function;
        if (c == RUN) return SymbolKind.Event;
        if (c == REQUIRE) return SymbolKind.Boolean;
        return ELEMENT.isSuperTypeOf(c) ? SymbolKind.Class : SymbolKind.Property;
    }
}
