// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;

/**
 * How a semantic token is drawn: a colour of the theme for each group of the protocol's types,
 * which users change under Colors and Fonts, and which a dark theme sets to lighter ones.
 */
final class TokenStyles {
    private static final String PREFIX = Languages.PLUGIN + ".token.";

    /** The colour's name by the token's type; the types of the protocol, 3.17. */
    private static final Map<String, String> COLOUR =
            Map.ofEntries(
                    Map.entry("keyword", "keyword"),
                    Map.entry("modifier", "keyword"),
                    Map.entry("comment", "comment"),
                    Map.entry("string", "string"),
                    Map.entry("regexp", "string"),
                    Map.entry("number", "number"),
                    Map.entry("enumMember", "constant"),
                    Map.entry("event", "constant"),
                    Map.entry("type", "type"),
                    Map.entry("class", "type"),
                    Map.entry("struct", "type"),
                    Map.entry("interface", "type"),
                    Map.entry("enum", "type"),
                    Map.entry("typeParameter", "unit"),
                    Map.entry("namespace", "namespace"),
                    Map.entry("property", "property"),
                    Map.entry("variable", "variable"),
                    Map.entry("parameter", "variable"),
                    Map.entry("function", "function"),
                    Map.entry("method", "function"),
                    Map.entry("macro", "decorator"),
                    Map.entry("decorator", "decorator"),
                    Map.entry("operator", "operator"),
                    Map.entry("label", "operator"));

    private static final Set<String> BOLD = Set.of("keyword", "modifier");

    private TokenStyles() {}

    /** Empty for a type that no theme knows. */
    static Optional<StyleRange> of(Token token) {
        String name = COLOUR.get(token.type());
        if (name == null) return Optional.empty();
        ColorRegistry colours = JFaceResources.getColorRegistry();
        StyleRange style = new StyleRange();
        style.foreground = colours.get(PREFIX + name);
        if (BOLD.contains(token.type()) || token.modifiers().contains("declaration"))
            style.fontStyle |= SWT.BOLD;
        if (token.modifiers().contains("defaultLibrary")) style.fontStyle |= SWT.ITALIC;
        if (token.modifiers().contains("deprecated")) style.strikeout = true;
        return Optional.of(style);
    }
}
