// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.generator

import org.eclipse.emf.ecore.resource.Resource
import org.eclipse.xtext.generator.AbstractGenerator
import org.eclipse.xtext.generator.IFileSystemAccess2
import org.eclipse.xtext.generator.IGeneratorContext

/** Compiles each evaluate of a file into the engine's input. */
class InfraGenerator extends AbstractGenerator {
	override doGenerate(Resource resource, IFileSystemAccess2 files, IGeneratorContext context) {
	}
}
