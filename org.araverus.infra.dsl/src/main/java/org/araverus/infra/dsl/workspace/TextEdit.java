// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

/** Replaces a stretch of a file by a text; the offset counts characters from 0. */
public record TextEdit(String file, int offset, int length, String text) {}
