// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Part;

/** Small texts over a box of chips, and short words for what they come to. */
final class Sketches {
    static final String PARTS =
            """
            package a
            accelerator Chip {
              memory { capacity: 80 GiB   bandwidth: 3 TB/s }
              power { limit: 700 W }
            }
            node Box { gpu: 8 x Chip   power { max: 10 kW } }
            node Big { gpu: 16 x Chip   power { max: 20 kW } }
            """;

    private Sketches() {}

    /** The design of a text about which nothing is said. */
    static Design design(String text) {
        Workspace w = Workspace.ofTexts(Map.of("a.infra", PARTS + text));
        assertThat(said(w)).isEmpty();
        return w.design();
    }

    /** The design of a text, whatever is said about it. */
    static Design anyDesign(String text) {
        return Workspace.ofTexts(Map.of("a.infra", PARTS + text)).design();
    }

    /** What is said about a text, as {@code CODE: MESSAGE}. */
    static List<String> said(String text) {
        return said(Workspace.ofTexts(Map.of("a.infra", PARTS + text)));
    }

    private static List<String> said(Workspace w) {
        return w.check().stream().map(d -> d.code() + ": " + d.message()).toList();
    }

    @SuppressWarnings("unchecked") // the test names the kind
    static <E extends Element> E element(Design design, String name) {
        Element e = design.elements().get("a." + name);
        assertThat(e).as(name).isNotNull();
        return (E) e;
    }

    /** {@code nodes: 3 Box + 1 C.racks[0].nodes[3], spare: 1 Box}. */
    static String parts(Element e) {
        return e.header().parts().stream()
                .map(p -> p.role() + ": " + runs(p))
                .collect(Collectors.joining(", "));
    }

    private static String runs(Part p) {
        return p.runs().stream()
                .map(r -> (int) r.count().si() + " " + r.typeName().substring(2))
                .collect(Collectors.joining(" + "));
    }
}
