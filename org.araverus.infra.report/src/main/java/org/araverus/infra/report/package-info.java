// SPDX-License-Identifier: EPL-2.0
/**
 * What the engine found, for people and for programs. Knows the engine's records alone: whoever
 * holds a text (the command, a build) puts places and lines in.
 */
@NullMarked
package org.araverus.infra.report;

import org.jspecify.annotations.NullMarked;
