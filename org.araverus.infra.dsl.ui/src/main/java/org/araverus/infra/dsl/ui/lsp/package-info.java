// SPDX-License-Identifier: EPL-2.0
/**
 * A language server in the Generic Editor, whatever its language: one connection to a server object
 * of this process, and one class for each thing that an editor does. What comes in is LSP; nothing
 * here knows a language, and a plug-in names its own at the extension point {@code languages}.
 */
@NullMarked
package org.araverus.infra.dsl.ui.lsp;

import org.jspecify.annotations.NullMarked;
