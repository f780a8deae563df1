// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.finding.InfraRule;
import org.jspecify.annotations.Nullable;

/**
 * Rules that the jars of a project bring, with their pages. Of one without a page its annotation is
 * told.
 */
final class JarRules {
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, String> summaries = new LinkedHashMap<>();

    private JarRules(Map<InfraRule, Path> rules) {
        rules.forEach(
                (r, jar) -> {
                    String own = Workspace.pageOfJar(r);
                    pages.put(r.id(), own == null ? page(r, jar) : own);
                    summaries.put(r.id(), r.summary());
                });
    }

    /** Of the project that holds in a folder; none where there is no project. */
    static JarRules around(Path folder, Terminal terminal) throws UsageException {
        Path project = Workspace.projectFile(folder.toAbsolutePath());
        return project == null ? new JarRules(Map.of()) : of(project.toString(), terminal);
    }

    /** Of the project that holds for a file or folder. */
    static JarRules of(String path, Terminal terminal) throws UsageException {
        return new JarRules(Opened.of(List.of(path), terminal).workspace().rulesOfJars());
    }

    /** What there is to say of a rule (Markdown); null if no jar brings it. */
    @Nullable String page(String id) {
        return pages.get(id);
    }

    /** One sentence for each, by id. */
    Map<String, String> summaries() {
        return summaries;
    }

    private static String page(InfraRule rule, Path jar) {
        return """
        # %s

        %s.

        | layer | severity | since | jar |
        |---|---|---|---|
        | %s | %s | %s | %s |

        Its jar has no page for it.
        """
                .formatted(
                        rule.id(),
                        rule.summary(),
                        lower(rule.layer()),
                        lower(rule.severity()),
                        rule.since(),
                        jar);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
