// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

/** How much a finding matters. */
public enum Severity {
    NOTE,
    WARNING,
    DANGER,
    ERROR
}
