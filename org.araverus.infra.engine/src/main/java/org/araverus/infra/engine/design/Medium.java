// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** What carries the heat away. */
public enum Medium {
    air,
    liquid
}
