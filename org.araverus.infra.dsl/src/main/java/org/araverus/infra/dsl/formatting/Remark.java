// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

/**
 * A comment that belongs to no single member.
 *
 * @param trailing whether it stands behind something on a line; otherwise it has its own
 */
record Remark(Piece comment, boolean trailing) implements Entry {
    @Override
    public Piece first() {
        return comment;
    }
}
