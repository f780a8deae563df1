// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.json.DesignJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final String PARTS =
            """
            package a
            accelerator Chip {
              memory { capacity: 80 GiB   bandwidth: 3.35 TB/s +- 3 % @source("datasheet") }
              power { limit: 700 W }
              scale_up { bandwidth: 900 GB/s bidi }
            }
            node Box {
              gpu: 8 x Chip
              cooling { medium: air   inlet: 5..30 degC }
              power { max: 10.2 kW }
            }
            """;

    private static Design design(String text) {
        Workspace w = Workspace.ofTexts(Map.of("a.infra", PARTS + text));
        assertEquals(List.of(), said(w));
        return w.design();
    }

    private static List<String> said(Workspace w) {
        return w.check().stream()
                .map(
                        d ->
                                d.place().line()
                                        + ":"
                                        + d.place().column()
                                        + " "
                                        + d.code()
                                        + ": "
                                        + d.message()
                                        + d.details().stream()
                                                .map(l -> "\n" + l.text())
                                                .collect(Collectors.joining()))
                .toList();
    }

    private static List<String> said(String text) {
        return said(Workspace.ofTexts(Map.of("a.infra", PARTS + text)));
    }

    @Test
    void valuesAreInSi() {
        Design d = design("");
        Node box = (Node) d.elements().get("a.Box");
        assertEquals(10200, box.power().max().si());
        assertEquals(278.15, box.cooling().inlet().low(), 1e-9);
        assertEquals(
                "{\"si\":3350000000000,\"spread\":100500000000}",
                DesignJson.write(d)
                        .replaceAll("\\s+", "")
                        .replaceAll(".*\"bandwidth\":(\\{[^}]*\\}).*", "$1"));
    }

    @Test
    void heirsMerge() {
        Design d =
                design(
                        """
                        rack Base { nodes: 4 x Box   spare: 1 x Box   power { budget: nodes.count * 13 kW   feeds: 2 } }
                        rack Heir extends Base { nodes: 2 x Box   without spare   power { feeds: 4 } }
                        """);
        Rack heir = (Rack) d.elements().get("a.Heir");
        assertEquals(26e3, heir.power().budget().si());
        assertEquals(4, heir.power().feeds().si());
        assertEquals(1, heir.header().parts().size());
        assertEquals(List.of("a.Base"), heir.header().lineage());
    }

    @Test
    void anOverrideAtAnAddressSplitsTheRun() {
        Design d =
                design(
                        """
                        rack R { nodes: 4 x Box }
                        cluster C {
                          racks: 8 x R
                          racks[3].nodes.power.max: 9 kW
                        }
                        """);
        Cluster c = (Cluster) d.elements().get("a.C");
        assertEquals(
                List.of("3 a.R", "1 a.C.racks[3]", "4 a.R"),
                c.header().parts().get(0).runs().stream()
                        .map(r -> r.count().count() + " " + r.type().name())
                        .toList());
        assertEquals(9000, ((Node) d.elements().get("a.C.racks[3].nodes")).power().max().si());
    }

    @Test
    void structureCanBeUsed() {
        Design d =
                design(
                        "rack R { nodes: 4 x Box   power { budget: nodes.power.nameplate * nodes.count + 1 kW } }");
        assertEquals(41.8e3, ((Rack) d.elements().get("a.R")).power().budget().si());
    }

    @Test
    void valuesThatNeedEachOtherSayTheRing() {
        assertEquals(
                List.of(
                        "12:18 value-cycle: this value needs itself: power.budget needs size needs power.budget",
                        "12:34 value-cycle: this value needs itself: size needs power.budget needs size"),
                said("rack R { power { budget: size }  size: power.budget }").stream()
                        .filter(s -> s.contains("value-cycle"))
                        .toList());
    }

    @Test
    void aProjectSetsSeveritiesAndAcceptsFindings() {
        String tight =
                "package b\nimport a.*\nrack R { nodes: 4 x Box   power { budget: 40 kW } }\n";
        String project =
                "project P {\n  language: \"0.1\"\n  severity { \"rack-power-over-budget\": warning }\n}\n";
        Workspace w =
                Workspace.ofTexts(
                        Map.of("a.infra", PARTS, "b.infra", tight, "project.infra", project));
        assertEquals(
                List.of("WARNING rack-power-over-budget"),
                w.check().stream().map(d -> d.severity() + " " + d.code()).toList());
        String accepted = "@accept(\"rack-power-over-budget\", \"measured\")\nrack R {";
        Workspace quiet =
                Workspace.ofTexts(
                        Map.of("a.infra", PARTS, "b.infra", tight.replace("rack R {", accepted)));
        assertEquals(
                List.of("rack-power-over-budget measured"),
                quiet.check().stream().map(d -> d.code() + " " + d.accepted()).toList());
    }

    @Test
    void aDeepNestIsAFinding() {
        String deep = "(".repeat(400_000) + "1" + ")".repeat(400_000);
        assertEquals(List.of("1:212 nested-too-deep"), codes("let deep = " + deep + "\n"));
        assertEquals(
                List.of("1:4011 nested-too-deep"),
                codes("let deep = " + "not ".repeat(300_000) + "true"));
    }

    private static List<String> codes(String text) {
        Workspace w = Workspace.ofTexts(Map.of("a.infra", text));
        return w.check().stream()
                .map(d -> d.place().line() + ":" + d.place().column() + " " + d.code())
                .toList();
    }

    @Test
    void theNearestProjectAndItsSourcesAreKnown(@TempDir Path folder) throws IOException {
        Path designs = Files.createDirectories(folder.resolve("designs"));
        Path parts = Files.createDirectories(folder.resolve("parts"));
        Files.writeString(
                folder.resolve("project.infra"),
                """
                project P {
                  language: "0.1"
                  catalog: "0.0"
                  sources: ["parts"]
                  severity { "rack-power-over-budget": warning }
                }
                """);
        Files.writeString(
                parts.resolve("a.infra"), PARTS + "rack Bad { power { budget: 1 parsec } }");
        Path design =
                Files.writeString(
                        designs.resolve("b.infra"),
                        "package b\nimport a.*\nrack R { nodes: 4 x Box   power { budget: 40 kW } }\n");
        assertEquals(
                List.of(
                        "designs/b.infra WARNING rack-power-over-budget",
                        "project.infra NOTE project-version"),
                Workspace.open(List.of(design)).check().stream()
                        .map(
                                d ->
                                        folder.relativize(Path.of(d.place().file()))
                                                + " "
                                                + d.severity()
                                                + " "
                                                + d.code())
                        .toList());
    }
}
