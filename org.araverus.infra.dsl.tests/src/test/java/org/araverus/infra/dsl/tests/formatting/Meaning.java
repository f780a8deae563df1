// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.formatting;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.araverus.infra.dsl.InfraStandaloneSetup;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.json.DesignJson;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

/** What must not change. */
final class Meaning {
    private static final IParser PARSER =
            new InfraStandaloneSetup()
                    .createInjectorAndDoEMFRegistration()
                    .getInstance(IParser.class);

    private Meaning() {}

    static IParseResult parse(String text) {
        return PARSER.parse(new StringReader(text));
    }

    /** Words, texts and comments in their order; comments without the indents of their lines. */
    static List<String> words(String text) {
        List<String> all = new ArrayList<>();
        for (ILeafNode leaf : parse(text).getRootNode().getLeafNodes()) {
            String t = leaf.getText();
            if (!t.isBlank())
                all.add(
                        t.startsWith("/*")
                                ? t.lines()
                                        .map(String::stripLeading)
                                        .collect(Collectors.joining("\n"))
                                : t);
        }
        return all;
    }

    /** Canonical JSON of all that a text declares, without places in the text. */
    static String design(String name, String text) {
        Design d = Workspace.ofTexts(Map.of(name, text)).design();
        return DesignJson.write(new Design(d.versions(), d.name(), d.elements(), Map.of()));
    }
}
