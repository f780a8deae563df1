// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Redundancy;
import org.araverus.infra.engine.design.State;
import org.araverus.infra.engine.design.Topology;
import org.araverus.infra.engine.design.Trace;
import org.junit.jupiter.api.Test;

class DesignJsonTest {
    private static final String RACKS =
            """
            {
              "catalog": "0.1",
              "elements": {
                "a.Box": {
                  "cooling": {
                    "inlet": { "high": 303.15, "low": 278.15 },
                    "medium": "air"
                  },
                  "kind": "node",
                  "power": { "max": { "si": 10200, "spread": 51.5 } },
                  "scale_up": "a.Fabric"
                },
                "a.Fabric": {
                  "kind": "topology",
                  "link": { "quantity": 100000000000 },
                  "shape": "clos",
                  "tier": [ { "endpoints": 16, "name": "rack" }, { "endpoints": 3072, "name": "pod", "oversubscription": 7 } ]
                },
                "a.Rack": {
                  "kind": "rack",
                  "lineage": [ "a.Base" ],
                  "parts": [ { "role": "nodes", "runs": [ { "count": 4, "type": "a.Box" } ] } ],
                  "power": { "budget": 0.1, "feeds": { "unknown": true }, "redundancy": "N_PLUS_1" }
                }
              },
              "language": "0.1",
              "name": "",
              "schema": 1,
              "trace": {
                "a.Rack#power.budget": {
                  "how": "typed",
                  "place": { "column": 3, "file": "a.infra", "length": 5, "line": 7 },
                  "unit": "kW"
                }
              }
            }
            """;

    @Test
    void readsWhatIsWritten() throws UnreadableDesign {
        Design d = DesignJson.read(RACKS);
        Rack rack = (Rack) d.elements().get("a.Rack");
        Node box = (Node) d.elements().get("a.Box");
        Topology fabric = d.get(box.scaleUp());
        assertEquals(10200, box.power().max().si());
        assertEquals(51.5, box.power().max().spread());
        assertTrue(box.cooling().inlet().contains(300));
        assertEquals(100e9, fabric.link().quantity().si());
        assertEquals(
                new Origin("a.Fabric", "tier pod.endpoints"),
                fabric.tier().get(1).value().endpoints().origin());
        assertEquals(
                Choice.of(Redundancy.N_PLUS_1, new Origin("a.Rack", "power.redundancy")),
                rack.power().redundancy());
        assertEquals(State.UNKNOWN, rack.power().feeds().state());
        assertEquals(State.ABSENT, rack.size().state());
        assertEquals(
                new Origin("a.Rack", "nodes.count"),
                rack.header().parts().get(0).runs().get(0).count().origin());
    }

    @Test
    void oneContentHasOneText() throws UnreadableDesign {
        String once = DesignJson.write(DesignJson.read(RACKS));
        assertEquals(once, DesignJson.write(DesignJson.read(once)));
        assertEquals(RACKS.replaceAll("\\s+", ""), once.replaceAll("\\s+", ""));
    }

    @Test
    void theHashKnowsContentAndNotPlace() throws UnreadableDesign {
        Design d = DesignJson.read(RACKS);
        Design moved =
                new Design(d.versions(), d.name(), d.elements(), new TreeMap<Origin, Trace>());
        Design other = new Design(d.versions(), "b", d.elements(), d.trace());
        assertEquals(DesignJson.hash(d), DesignJson.hash(moved));
        assertNotEquals(DesignJson.hash(d), DesignJson.hash(other));
    }

    @Test
    void saysWhyATextIsNoDesign() {
        Map.of(
                        "",
                        "a design begins with {",
                        "[]",
                        "a design begins with {",
                        "{ \"schema\": 1,",
                        "this is not JSON",
                        "{}",
                        "schema is missing: this is no compiled design",
                        "{ \"schema\": 9 }",
                        "schema 9 is not known; this version reads schema 1",
                        "{ \"schema\": 1 }",
                        "elements is not an object",
                        RACKS.replace("\"air\"", "\"steam\""),
                        "a.Box#cooling.medium: steam is not known",
                        RACKS.replace("\"rack\",", "\"barn\","),
                        "a.Rack: kind barn is not known")
                .forEach(
                        (text, message) ->
                                assertEquals(
                                        message,
                                        assertThrows(
                                                        UnreadableDesign.class,
                                                        () -> DesignJson.read(text))
                                                .getMessage()));
    }

    /** A requirement that cannot be decided would otherwise be a wrong verdict. */
    @Test
    void aRequirementComparesAndComputesByWhatIsKnown() {
        assertEquals("comparison =< is not known; there is <= < >= > ==", refused("=<", "*"));
        assertEquals("operator % is not known; there is + - * / ^ min max", refused("<=", "%"));
    }

    private static String refused(String comparison, String operator) {
        String evaluate =
                """
                "a.E": { "kind": "evaluate", "placements": [], "requirements": [ {
                  "comparison": "%s",
                  "left": { "operator": "%s", "left": 1, "right": 2 },
                  "origin": "a.E#require[0]", "right": 2, "text": "", "unit": "", "workload": "" } ] },
                "a.Rack": {"""
                        .formatted(comparison, operator);
        String text = RACKS.replace("\"a.Rack\": {", evaluate);
        return assertThrows(UnreadableDesign.class, () -> DesignJson.read(text)).getMessage();
    }
}
