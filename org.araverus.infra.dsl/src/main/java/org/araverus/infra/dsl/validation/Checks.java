// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import java.util.List;
import org.araverus.infra.dsl.infra.InfraPackage;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.EValidatorRegistrar;

/** What all classes of checks share: they are parts of {@link InfraValidator}. */
abstract class Checks extends AbstractDeclarativeValidator {
    @Override
    protected List<EPackage> getEPackages() {
        return List.of(InfraPackage.eINSTANCE);
    }

    @Override
    public void register(EValidatorRegistrar registrar) {
        // InfraValidator is registered
    }

    /** {@code an accelerator}, {@code a rack}. */
    static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
}
