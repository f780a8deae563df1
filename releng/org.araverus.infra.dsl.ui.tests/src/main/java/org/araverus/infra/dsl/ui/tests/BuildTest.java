// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.araverus.infra.dsl.ui.NewProject;
import org.araverus.infra.dsl.ui.lsp.Nature;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A build marks files that nobody has opened; names are found over projects. */
class BuildTest {
    private static final String USER =
            """
            package user

            import parts.*

            rack Mine extends Base {
              power { budget: 44 kW }
            }
            """;

    private static String base(String size) {
        return """
        package parts

        import araverus.nvidia.*

        rack Base {
          nodes: %s x DGX_H100
          power { budget: 60 kW }
        }
        """
                .formatted(size);
    }

    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    private static List<String> problems(IFile file) throws CoreException {
        return Arrays.stream(file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO))
                .filter(m -> m.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR)
                .map(m -> m.getAttribute("code", "no code"))
                .sorted()
                .toList();
    }

    @Test
    void aBuildMarksWhatItsChangedImportsBreak() throws Exception {
        IProject parts = Bench.project("parts");
        IFile base = Bench.file(parts, "base.infra", base("4"));
        IProject users = Bench.project("users");
        Nature.add(parts, NewProject.NATURE);
        Nature.add(users, NewProject.NATURE);
        IFile user = Bench.file(users, "user.infra", USER);
        users.build(IncrementalProjectBuilder.FULL_BUILD, null);
        assertEquals(List.of(), problems(user));
        base.setContents(base("5").getBytes(), IResource.FORCE, null);
        users.build(IncrementalProjectBuilder.FULL_BUILD, null);
        assertEquals(List.of("rack-power-over-budget"), problems(user));
    }
}
