// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.hover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araverus.infra.dsl.ide.pages.RulePages;

/** Which rules look at an attribute, by what their pages say that they look at. */
final class ReadBy {
    private static final Pattern SECTION =
            Pattern.compile("(?s)## What it looks at\\s(.*?)(?:\\n## |$)");
    private static final Pattern NAME = Pattern.compile("`([a-z_][a-z0-9_.]*)`");

    private ReadBy() {}

    /** A rule and the words of its page. */
    private record Looks(String text, List<String> names) {}

    private static final class Pages {
        static final Map<String, Looks> ALL = read();
    }

    private static Map<String, Looks> read() {
        Map<String, Looks> all = new LinkedHashMap<>();
        for (String id : RulePages.ids()) {
            Matcher section = SECTION.matcher(RulePages.page(id).orElse(""));
            if (!section.find()) continue;
            List<String> names = new ArrayList<>();
            for (Matcher m = NAME.matcher(section.group(1)); m.find(); ) names.add(m.group(1));
            all.put(id, new Looks(id + " " + section.group(1), names));
        }
        return all;
    }

    /**
     * The ids of the rules.
     *
     * @param kind of the element that has the attribute
     * @param path of the attribute in it
     */
    static List<String> rules(String kind, String path) {
        Pattern speaksOf = Pattern.compile("(?i)\\b" + Pattern.quote(kind) + "s?\\b");
        List<String> all = new ArrayList<>();
        Pages.ALL.forEach(
                (id, looks) -> {
                    if (looks.names.stream().anyMatch(n -> path.equals(n) || path.endsWith("." + n))
                            && speaksOf.matcher(looks.text).find()) all.add(id);
                });
        return all;
    }
}
