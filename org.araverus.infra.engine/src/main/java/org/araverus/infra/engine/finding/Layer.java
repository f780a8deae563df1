// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

/** The layer of the system that a rule speaks about. */
public enum Layer {
    TEXT,
    MODEL,
    MEMORY,
    PARALLELISM,
    ACCELERATOR,
    NETWORK,
    POWER,
    COOLING,
    SPACE,
    SERVING,
    STORAGE,
    COST
}
