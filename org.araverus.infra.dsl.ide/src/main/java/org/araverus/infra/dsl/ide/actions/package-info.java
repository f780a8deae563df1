// SPDX-License-Identifier: EPL-2.0
/**
 * What an editor offers at a place: the fixes of what is found there, for one, for all of a rule,
 * for all of a file; to accept a finding; imports. Each is a change of texts that the editor can
 * show before it makes it.
 */
@NullMarked
package org.araverus.infra.dsl.ide.actions;

import org.jspecify.annotations.NullMarked;
