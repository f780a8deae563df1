// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Place;

/**
 * An evaluate and the design of all that it reaches.
 *
 * @param name qualified
 * @param blocked whether something it reaches has an ERROR, so that nothing is made of it
 */
public record Compiled(String name, Place place, Design design, boolean blocked) {}
