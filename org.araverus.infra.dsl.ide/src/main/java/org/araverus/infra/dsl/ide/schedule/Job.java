// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import java.util.List;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.FileCheck;
import org.araverus.infra.dsl.workspace.FileCheck.Designs;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;

/**
 * The engine's work for one reading of a file.
 *
 * @param number of the reading; a greater one supersedes it
 * @param texts what text rules say
 * @param issues what the language itself says
 * @param engine the answers remembered for this file
 */
record Job(
        URI uri,
        long number,
        XtextResource file,
        FileCheck check,
        Designs designs,
        List<Diagnostic> texts,
        List<Diagnostic> issues,
        Engine engine) {}
