// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/**
 * A stretch of one line in a file: line and column from 1, length in characters. The file is named
 * as the user named it, catalog files by their library path.
 */
public record Place(String file, int line, int column, int length) {}
