// SPDX-License-Identifier: EPL-2.0
/**
 * Tests of the one door to the language: checks of many files, project files, baselines, rules in
 * jars, texts that are damaged.
 */
@NullMarked
package org.araverus.infra.dsl.tests.workspace;

import org.jspecify.annotations.NullMarked;
