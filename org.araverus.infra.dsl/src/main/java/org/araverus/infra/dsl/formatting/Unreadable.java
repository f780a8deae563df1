// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

/** Why a text is not laid out, and where. */
public record Unreadable(int line, int column, String message) {}
