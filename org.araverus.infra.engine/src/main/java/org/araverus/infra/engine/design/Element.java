// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** An element of a design, by kind. */
public sealed interface Element
        permits Accelerator,
                Cpu,
                Nic,
                Link,
                Switch,
                Node,
                Rack,
                Topology,
                Site,
                Cluster,
                Model,
                Stack,
                Workload,
                Evaluate {
    Header header();

    default String name() {
        return header().name();
    }

    default Origin origin() {
        return new Origin(name(), "");
    }
}
