// SPDX-License-Identifier: EPL-2.0
/** The catalog: how its texts are made from tables of facts, and what holds in all of them. */
@NullMarked
package org.araverus.infra.dsl.tests.catalog;

import org.jspecify.annotations.NullMarked;
