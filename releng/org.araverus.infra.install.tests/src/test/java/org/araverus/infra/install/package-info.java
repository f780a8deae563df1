// SPDX-License-Identifier: EPL-2.0
/** The update site as a user has it: installed into an Eclipse that knew nothing of it. */
@NullMarked
package org.araverus.infra.install;

import org.jspecify.annotations.NullMarked;
