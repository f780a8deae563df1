// SPDX-License-Identifier: EPL-2.0
/** The language server as a process that speaks over its standard streams, as editors start it. */
@NullMarked
package org.araverus.infra.dsl.tests.server;

import org.jspecify.annotations.NullMarked;
