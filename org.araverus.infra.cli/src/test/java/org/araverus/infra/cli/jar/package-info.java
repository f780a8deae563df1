// SPDX-License-Identifier: EPL-2.0
/** What the build does to the one jar of the command; none of it is in the jar. */
@NullMarked
package org.araverus.infra.cli.jar;

import org.jspecify.annotations.NullMarked;
