// SPDX-License-Identifier: EPL-2.0
/**
 * Files and libraries: what stands in them by name, where the library lies, which file is affected
 * by which. Nothing here reads a value.
 */
@NullMarked
package org.araverus.infra.dsl.resource;

import org.jspecify.annotations.NullMarked;
