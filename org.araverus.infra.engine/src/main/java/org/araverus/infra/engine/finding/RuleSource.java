// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

import java.util.List;

/** Where rules come from: the built-in list, a jar. */
public interface RuleSource {
    List<InfraRule> rules();
}
