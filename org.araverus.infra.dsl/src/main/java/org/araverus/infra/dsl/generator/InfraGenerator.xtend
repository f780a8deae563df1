// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.generator

import org.araverus.infra.dsl.workspace.Compiled
import org.araverus.infra.dsl.workspace.Workspace
import org.araverus.infra.engine.json.DesignJson
import org.eclipse.emf.ecore.resource.Resource
import org.eclipse.xtext.generator.AbstractGenerator
import org.eclipse.xtext.generator.IFileSystemAccess2
import org.eclipse.xtext.generator.IGeneratorContext
import org.eclipse.xtext.resource.XtextResource

/**
 * Compiles each evaluate of a file into the engine's input, canonical JSON. Nothing is written from
 * a design that an error stands in.
 */
class InfraGenerator extends AbstractGenerator {
	override doGenerate(Resource resource, IFileSystemAccess2 files, IGeneratorContext context) {
		if (resource instanceof XtextResource)
			for (compiled : Workspace.over(resource).evaluates)
				if (!compiled.blocked)
					files.generateFile(compiled.fileName, compiled.content)
	}

	/** <code>package.Name.design.json</code> */
	def static String fileName(Compiled compiled) '''«compiled.name».design.json'''

	/** The engine's input. */
	def static String content(Compiled compiled) {
		DesignJson.write(compiled.design)
	}
}
