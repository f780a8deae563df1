// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.formatting;

/** What stands between two braces, or in a file: members, elements, and comments beside them. */
sealed interface Entry permits Item, Remark {
    /** Its first piece. */
    Piece first();
}
