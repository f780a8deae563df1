// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Expr;
import org.araverus.infra.dsl.infra.ListLiteral;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.infra.Reference;
import org.araverus.infra.dsl.infra.Setting;
import org.araverus.infra.dsl.infra.Text;
import org.araverus.infra.dsl.registry.Level;
import org.araverus.infra.dsl.registry.Project;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.Severity;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;

/** The settings of the project that some texts belong to, read off its {@code project} element. */
final class Settings {
    private static final String PROJECT = "project.infra";

    private final Project project;
    private final @Nullable EObject written;
    private final Map<String, InfraRule> rules = new HashMap<>();

    private Settings(Project project, @Nullable EObject written, Collection<InfraRule> rules) {
        this.project = project;
        this.written = written;
        for (InfraRule r : rules) this.rules.put(r.id(), r);
    }

    /** Of the first project among the texts; without one, nothing is set. */
    static Settings of(Collection<? extends Resource> resources, Collection<InfraRule> rules) {
        for (Resource r : resources)
            for (var e : Elements.of(r))
                if (e instanceof org.araverus.infra.dsl.infra.ProjectDeclaration p)
                    return new Settings(read(p), p, rules);
        return new Settings(Project.NONE, null, rules);
    }

    /** Of every project among the texts. */
    static List<Settings> all(Collection<? extends Resource> resources) {
        List<Settings> all = new ArrayList<>();
        for (Resource r : resources)
            for (var e : Elements.of(r))
                if (e instanceof org.araverus.infra.dsl.infra.ProjectDeclaration p)
                    all.add(new Settings(read(p), p, List.of()));
        return all;
    }

    /** Of the project that is nearest above a file; without one, nothing is set. */
    static Settings above(
            URI file, Collection<? extends Resource> resources, Collection<InfraRule> rules) {
        List<Resource> one = new ArrayList<>();
        int depth = 0;
        for (Resource r : resources) {
            URI folder = r.getURI().trimSegments(1);
            if (PROJECT.equals(r.getURI().lastSegment())
                    && file.toString().startsWith(folder + "/")
                    && folder.segmentCount() >= depth) {
                one.clear();
                one.add(r);
                depth = folder.segmentCount();
            }
        }
        return of(one, rules);
    }

    /** The same with more severities, which go before those of the project. */
    Settings with(Map<String, Level> more) {
        Map<String, Level> all = new HashMap<>(project.severity());
        all.putAll(more);
        Project with =
                new Project(
                        project.language(),
                        project.catalog(),
                        project.sources(),
                        all,
                        project.accept(),
                        project.rules(),
                        project.baseline());
        return new Settings(with, written, rules.values());
    }

    private static Project read(org.araverus.infra.dsl.infra.ProjectDeclaration p) {
        String language = "";
        String catalog = "";
        List<String> sources = new ArrayList<>();
        Map<String, Level> severity = new HashMap<>();
        Map<String, String> accept = new HashMap<>();
        List<String> rules = new ArrayList<>();
        String baseline = "";
        for (Member m : Elements.members(p)) {
            if (m instanceof Attribute a && a.getKey() != null && !a.getKey().eIsProxy()) {
                switch (a.getKey().getName()) {
                    case "language" -> language = text(a.getValue());
                    case "catalog" -> catalog = text(a.getValue());
                    case "sources" -> texts(a.getValue(), sources);
                    case "rules" -> texts(a.getValue(), rules);
                    case "baseline" -> baseline = text(a.getValue());
                    default -> {}
                }
            }
            if (m instanceof Block b && b.getDefinition() != null && !b.getDefinition().eIsProxy())
                for (Member s : b.getMembers())
                    if (s instanceof Setting t && t.getKey() != null)
                        set(b.getDefinition().getName(), t, severity, accept);
        }
        return new Project(language, catalog, sources, severity, accept, rules, baseline);
    }

    private static void set(
            String block, Setting s, Map<String, Level> severity, Map<String, String> accept) {
        if (block.equals("accept")) accept.put(s.getKey(), text(s.getValue()));
        else if (s.getValue() instanceof Reference)
            for (Level l : Level.values())
                if (l.name().equals(textOf(s.getValue()))) severity.put(s.getKey(), l);
    }

    private static String text(@Nullable Expr e) {
        return e instanceof Text t ? t.getValue() : "";
    }

    private static void texts(@Nullable Expr e, List<String> into) {
        if (e instanceof ListLiteral l) l.getItems().forEach(i -> texts(i, into));
        else if (e instanceof Text t) into.add(t.getValue());
    }

    private static String textOf(EObject o) {
        var node = NodeModelUtils.getNode(o);
        return node == null ? "" : NodeModelUtils.getTokenText(node).strip();
    }

    /**
     * The severity of a finding here; null if its rule says nothing. A rule newer than the language
     * stated is a note.
     */
    @Nullable Severity severity(String code, Severity own) {
        Level set = project.severity().get(code);
        if (set != null) return set.severity();
        InfraRule rule = rules.get(code);
        boolean newer =
                rule != null
                        && !project.language().isEmpty()
                        && newer(rule.since(), project.language());
        return newer ? Severity.NOTE : own;
    }

    /** Severities as the engine's policy has them: by rule, where it is not the rule's own. */
    SortedMap<String, String> severities() {
        SortedMap<String, String> all = new TreeMap<>();
        for (InfraRule r : rules.values()) {
            Severity here = severity(r.id(), r.severity());
            if (here == null) all.put(r.id(), Level.off.name());
            else if (here != r.severity()) all.put(r.id(), here.name().toLowerCase(Locale.ROOT));
        }
        return all;
    }

    /** The reason for which the project accepts findings of a rule; null if it does not. */
    @Nullable String accepted(String code) {
        return project.accept().get(code);
    }

    /** Folders with texts that are known, seen from the project file. */
    List<String> sources() {
        return project.sources();
    }

    /** Jars with rules, seen from the project file. */
    List<String> ruleJars() {
        return project.rules();
    }

    /** File of accepted findings, seen from the project file; empty if there is none. */
    String baseline() {
        return project.baseline();
    }

    /** The attribute of the project that says something; the project itself without one. */
    @Nullable EObject written(String attribute) {
        if (!(written instanceof org.araverus.infra.dsl.infra.ProjectDeclaration p)) return null;
        for (Member m : Elements.members(p))
            if (m instanceof Attribute a
                    && a.getKey() != null
                    && attribute.equals(a.getKey().getName())
                    && a.getValue() != null) return a.getValue();
        return p;
    }

    /** What the versions that the project states mean for this one; empty if they agree. */
    List<String> versions() {
        List<String> said = new ArrayList<>();
        if (newer(project.language(), Versions.LANGUAGE))
            said.add(
                    "this project is written in language %s; this version reads %s: newer things are unknown to it"
                            .formatted(project.language(), Versions.LANGUAGE));
        if (!project.catalog().isEmpty() && !project.catalog().equals(Versions.CATALOG))
            said.add(
                    "this project was checked with catalog %s; this one is %s: figures of parts may differ"
                            .formatted(project.catalog(), Versions.CATALOG));
        return said;
    }

    /** The project's file; null without one, or where it is no file. */
    @Nullable Path file() {
        if (written == null) return null;
        URI uri = written.eResource().getURI();
        return uri.isFile() ? Path.of(Workspace.fileName(uri)) : null;
    }

    /** Where the project stands; null without one. */
    @Nullable EObject written() {
        return written;
    }

    /** Whether version a is after version b, number by number. */
    static boolean newer(String a, String b) {
        String[] x = a.split("\\.");
        String[] y = b.split("\\.");
        for (int i = 0; i < Math.max(x.length, y.length); i++) {
            int c = Integer.compare(number(x, i), number(y, i));
            if (c != 0) return c > 0;
        }
        return false;
    }

    private static int number(String[] version, int i) {
        return i < version.length && version[i].matches("[0-9]{1,8}")
                ? Integer.parseInt(version[i])
                : 0;
    }
}
