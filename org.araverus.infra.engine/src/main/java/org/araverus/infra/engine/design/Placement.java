// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** {@code run WORKLOAD on HOST}. */
public record Placement(Ref<Workload> workload, Address host, Origin origin) {}
