// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** What a workload does with its model. */
public enum Mode {
    trains,
    serves
}
