// SPDX-License-Identifier: EPL-2.0
/**
 * Which names lead where: imports, roles, attributes by the registry, metrics inside an evaluate.
 * What a name means is the compiler's.
 */
@NullMarked
package org.araverus.infra.dsl.scoping;

import org.jspecify.annotations.NullMarked;
