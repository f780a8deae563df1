// SPDX-License-Identifier: EPL-2.0
/** What of the resources is not to be seen from outside its package. */
@NullMarked
package org.araverus.infra.dsl.resource;

import org.jspecify.annotations.NullMarked;
