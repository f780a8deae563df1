// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.equinox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.workspace.Workspace;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;

/** The manifests of the plain jars resolve in a real Equinox, and the language works there. */
class InEquinoxTest {
    @Test
    void checksATextWithTheCatalog() {
        assertNotNull(Platform.getBundle("org.araverus.infra.dsl"), "runs in OSGi");
        Workspace w =
                Workspace.ofTexts(
                        Map.of(
                                "a.infra",
                                """
                                package a
                                import araverus.nvidia.*
                                rack R { nodes: 4 x DGX_H100   power { budget: 34 kW } }
                                """));
        assertEquals(
                List.of("rack-power-over-budget"), w.check().stream().map(d -> d.code()).toList());
    }
}
