// SPDX-License-Identifier: EPL-2.0
/**
 * When what is computed and said: text rules at once, the engine in the background, superseded work
 * dropped, one publisher. What an editor shows of numbers is asked for here. Texts are read in the
 * server's own requests alone; the engine's thread sees designs.
 */
@NullMarked
package org.araverus.infra.dsl.ide.schedule;

import org.jspecify.annotations.NullMarked;
