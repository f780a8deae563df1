// SPDX-License-Identifier: EPL-2.0
/**
 * The goals of the Maven plugin: parameters, log lines, files and attached artifacts. What a text
 * means and what it comes to is said by the language and the engine; here it meets a build.
 */
@NullMarked
package org.araverus.infra.maven;

import org.jspecify.annotations.NullMarked;
