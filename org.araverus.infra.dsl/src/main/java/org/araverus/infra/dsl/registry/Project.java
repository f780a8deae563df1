// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.registry;

import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;

/**
 * What {@code project.infra} says.
 *
 * @param language version of the language; empty if it is not stated
 * @param catalog version of the catalog; empty if it is not stated
 * @param sources folders from the project file's own; empty means that one
 * @param severity by rule id
 * @param accept reasons by rule id
 * @param rules jars, seen from the project file
 * @param baseline file of accepted findings, seen from the project file; empty if there is none
 */
@Kind(value = "project", doc = "Settings of a whole project")
public record Project(
        @Attribute(doc = "Version of the language; newer rules are notes until it is raised")
                String language,
        @Attribute(doc = "Version of the catalog that it was checked with") String catalog,
        @Attribute(doc = "Folders that hold its texts, seen from this file") List<String> sources,
        @Attribute(doc = "How much a rule matters here, by its id") Map<String, Level> severity,
        @Attribute(doc = "Findings of a rule that are accepted, with the reason")
                Map<String, String> accept,
        @Attribute(doc = "Jars with rules of your own, seen from this file") List<String> rules,
        @Attribute(doc = "File of findings that are accepted as they are, seen from this file")
                String baseline) {
    /** Without a project file. */
    public static final Project NONE =
            new Project("", "", List.of(), Map.of(), Map.of(), List.of(), "");

    public Project {
        sources = List.copyOf(sources);
        severity = Map.copyOf(severity);
        accept = Map.copyOf(accept);
        rules = List.copyOf(rules);
    }
}
