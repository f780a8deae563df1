// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.araverus.infra.dsl.InfraStandaloneSetup;
import org.araverus.infra.dsl.compiler.DesignCompiler;
import org.araverus.infra.dsl.compiler.Places;
import org.araverus.infra.dsl.infra.Evaluate;
import org.araverus.infra.dsl.registry.Level;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.resource.Library;
import org.araverus.infra.dsl.validation.MoreRules;
import org.araverus.infra.dsl.validation.TextRules;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Policy;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.RuleRunner;
import org.araverus.infra.engine.finding.RuleSource;
import org.araverus.infra.engine.rules.BuiltInRules;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.parser.ParseException;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.jspecify.annotations.Nullable;

/**
 * Some texts, read together with the library. Lazy: nothing is linked before somebody asks. Not for
 * several threads.
 */
public final class Workspace {
    private static final String SCHEME = "infra-text";

    private final Map<String, String> texts;
    private final Map<String, XtextResource> resources = new LinkedHashMap<>();
    private final Injector injector;
    private final XtextResourceSet set;
    private final List<RuleSource> rules =
            new ArrayList<>(List.of(new BuiltInRules(), new TextRules()));
    private final Map<String, Enclosing> enclosing = new HashMap<>();
    private final Map<String, Level> severities = new HashMap<>();
    private final List<Place> tooDeep = new ArrayList<>();
    private final List<XtextResource> focus;
    private final @Nullable URI over;
    private final List<Trouble> troubles = new ArrayList<>();
    private @Nullable Baseline baseline;
    private @Nullable EObject namesRules;
    private @Nullable DesignCompiler compiler;
    private @Nullable Design design;
    private @Nullable List<Diagnostic> diagnostics;
    private Policy policy = Policy.NONE;
    private Path seenFrom = Path.of("");
    private @Nullable List<Compiled> evaluates;

    private static final class Language {
        static final Injector INJECTOR =
                new InfraStandaloneSetup().createInjectorAndDoEMFRegistration();
    }

    private Workspace(Map<String, String> texts) {
        this.texts = texts;
        this.injector = Language.INJECTOR;
        this.set = injector.getInstance(XtextResourceSet.class);
        Deep.run(
                () -> {
                    texts.forEach(this::load);
                    return null;
                });
        this.focus = List.copyOf(resources.values());
        this.over = null;
    }

    /** Adds a text that names resolve to and that nothing is said about. */
    private void addContext(String name, String text) {
        if (texts.putIfAbsent(name, text) == null)
            Deep.run(
                    () -> {
                        load(name, text);
                        return null;
                    });
    }

    private Workspace(XtextResource resource) {
        this.texts = new LinkedHashMap<>();
        this.injector = resource.getResourceServiceProvider().get(Injector.class);
        for (Resource r : resource.getResourceSet().getResources())
            if (r instanceof XtextResource x
                    && !Library.owns(r.getURI())
                    && x.getParseResult() != null) {
                resources.put(fileName(r.getURI()), x);
            }
        this.set = (XtextResourceSet) resource.getResourceSet();
        this.focus = List.of(resource);
        this.over = resource.getURI();
        Beside beside = Beside.of(set);
        if (beside == null) return;
        Settings settings = settings(List.of());
        Path file = settings.file();
        if (file != null) project(file, settings, beside);
    }

    /** One file among those that its resource set holds: what is said is about this file alone. */
    public static Workspace over(XtextResource resource) {
        return new Workspace(resource);
    }

    /**
     * Reads files, and folders through and through. The nearest {@code project.infra} above them
     * holds, and the texts in its source folders are known; nothing is said about those. Throws
     * {@link UnreadableInput} for what is missing, binary or not UTF-8.
     */
    public static Workspace open(List<Path> paths) {
        return open(paths, Path.of(""), UnaryOperator.identity());
    }

    /**
     * The same, for who starts in any folder: places name files as they are seen from a folder, and
     * so does what is compiled.
     */
    public static Workspace open(List<Path> paths, Path seenFrom) {
        Path base = seenFrom.toAbsolutePath().normalize();
        return open(paths, base, f -> base.relativize(f.toAbsolutePath().normalize()));
    }

    private static Workspace open(List<Path> paths, Path base, UnaryOperator<Path> named) {
        Workspace w = new Workspace(new LinkedHashMap<>(SourceFiles.read(paths, named)));
        w.seenFrom = base;
        Path file = SourceFiles.project(paths);
        if (file == null) return w;
        SourceFiles.read(List.of(file), named).forEach(w::addContext);
        List<Path> folders =
                w.settings(List.of()).sources().stream()
                        .map(file.resolveSibling("")::resolve)
                        .toList();
        SourceFiles.read(folders, named).forEach(w::addContext);
        w.project(file, w.settings(List.of()), new Beside(true));
        MoreRules.add(w.set, w.rulesOfJars().keySet().stream().map(InfraRule::id).toList());
        return w;
    }

    /** The project file that holds in a folder: in it or above it; null if there is none. */
    public static @Nullable Path projectFile(Path folder) {
        return SourceFiles.project(List.of(folder));
    }

    /** What the project file names beside texts. */
    private void project(Path file, Settings settings, Beside beside) {
        namesRules = settings.written("rules");
        for (String name : beside.loadsRules() ? settings.ruleJars() : List.<String>of()) {
            Path jar = file.resolveSibling(name);
            try {
                List<InfraRule> own = beside.rules(jar);
                Set<String> taken = new HashSet<>();
                runner().rules().forEach(r -> taken.add(r.id()));
                RuleJars.ownIds(jar, own, taken);
                rules.add(() -> own);
            } catch (RuleJars.Unreadable e) {
                trouble(Trouble.RULE_JAR, namesRules, e);
            }
        }
        if (settings.baseline().isEmpty()) return;
        Path accepted = file.resolveSibling(settings.baseline());
        try {
            baseline = Baseline.read(accepted, beside.baseline(accepted), seenFrom);
        } catch (UnreadableInput e) {
            trouble(Trouble.BASELINE, settings.written("baseline"), e);
        }
    }

    private void trouble(String code, @Nullable EObject at, Exception e) {
        if (at != null) troubles.add(new Trouble(code, at, String.valueOf(e.getMessage())));
    }

    /** Something that the project file names and that cannot be read. */
    record Trouble(String code, EObject at, String message) {
        static final String RULE_JAR = "rule-jar-unreadable";
        static final String RULE_FAILED = "rule-failed";
        static final String BASELINE = "baseline-unreadable";
    }

    /** Texts by the name that places show. */
    public static Workspace ofTexts(Map<String, String> nameToText) {
        return new Workspace(new LinkedHashMap<>(nameToText));
    }

    /** The names of the files that are spoken about. */
    List<String> focusFiles() {
        return focus.stream().map(r -> fileName(r.getURI())).toList();
    }

    /**
     * The text of a baseline that accepts what rules say now. Mistakes of writing are not accepted.
     *
     * @param file where it will stand
     */
    public String baselineText(Path file) {
        List<Diagnostic> ofRules = check().stream().filter(d -> isOfRule(d.code())).toList();
        return Baseline.text(file, ofRules, seenFrom);
    }

    /** Whether a code is a rule's, or that of a missed requirement. */
    boolean isOfRule(String code) {
        return code.equals(Diagnostic.MISSED)
                || runner().rules().stream().anyMatch(r -> r.id().equals(code));
    }

    /** Whether a file is one of those that are spoken about. */
    public boolean isFocus(String file) {
        return focus.stream().anyMatch(r -> fileName(r.getURI()).equals(file));
    }

    /** Adds rules to the built-in ones; before the first check. */
    public Workspace with(RuleSource more) {
        rules.add(more);
        MoreRules.add(set, more.rules().stream().map(InfraRule::id).toList());
        return this;
    }

    /**
     * How much rules matter, by id; before the first check. It goes before what the project file
     * says.
     */
    public Workspace with(Map<String, Level> levels) {
        severities.putAll(levels);
        return this;
    }

    /** All rules that are asked: the built-in ones, and those that the project brings. */
    public List<InfraRule> rules() {
        return runner().rules();
    }

    /** Those that come from jars which the project file names, each with its jar. */
    public Map<InfraRule, Path> rulesOfJars() {
        Map<InfraRule, Path> all = new LinkedHashMap<>();
        for (InfraRule r : rules()) {
            Path jar = RuleJars.jar(r);
            if (jar != null) all.put(r, jar);
        }
        return all;
    }

    /** The page (Markdown) that the jar of a rule brings for it; null if it brings none. */
    public static @Nullable String pageOfJar(InfraRule rule) {
        return RuleJars.page(rule);
    }

    private void load(String name, String text) {
        // by this injector's own factory: that of the process may be another language setup's
        XtextResource r =
                (XtextResource)
                        injector.getInstance(IResourceFactory.class).createResource(uri(name));
        set.getResources().add(r);
        Place deep = Nesting.tooDeep(name, text);
        if (deep != null) tooDeep.add(deep);
        try {
            read(r, deep == null ? text : "");
        } catch (StackOverflowError | ParseException e) {
            // operators can nest too: not not not
            tooDeep.add(new Place(name, 1, 1, 1));
            r.unload();
            read(r, "");
        }
        resources.put(name, r);
    }

    private static void read(XtextResource r, String text) {
        try {
            r.load(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, "UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI uri(String name) {
        return URI.createHierarchicalURI(SCHEME, null, null, name.split("/", -1), null, null);
    }

    /** How places name a file: user's texts as given, library files by their path in it. */
    public static String fileName(URI uri) {
        String path = URI.decode(uri.path());
        if (SCHEME.equals(uri.scheme())) return path.substring(1);
        return Library.owns(uri) ? path.substring(1) : uri.isFile() ? file(uri) : path;
    }

    /**
     * As the system writes it: an editor's URIs have an empty authority, which is no part of it.
     */
    private static String file(URI uri) {
        return URI.createHierarchicalURI(
                        uri.scheme(), null, uri.device(), uri.segments(), null, null)
                .toFileString();
    }

    // ---- answers

    /**
     * All that can be said about the texts, ordered by file, line, column, code; accepted ones are
     * there and marked.
     */
    public List<Diagnostic> check() {
        if (diagnostics == null) {
            Checker checker = new Checker(this);
            diagnostics = Deep.run(checker::all);
            policy = checker.policy();
        }
        return diagnostics;
    }

    /** Everything in the texts and what it reaches. */
    public Design design() {
        if (design == null) design = Deep.run(() -> compiler().all(focus));
        return design;
    }

    /** The evaluates, in the order of files and lines. */
    public List<Compiled> evaluates() {
        if (evaluates == null) {
            List<Diagnostic> all = check();
            evaluates = Deep.run(() -> compiled(all, policy, List.of()));
        }
        return evaluates;
    }

    /**
     * The evaluates.
     *
     * @param said for what stands in their way
     * @param known their designs where they are compiled already; else empty
     */
    List<Compiled> compiled(List<Diagnostic> said, Policy policy, List<Design> known) {
        List<Compiled> all = new ArrayList<>();
        Iterator<Design> next = known.iterator();
        Blocking blocking = new Blocking(this, said);
        for (XtextResource r : focus)
            for (var e : Elements.of(r))
                if (e instanceof Evaluate evaluate && e.getName() != null) {
                    Design of = next.hasNext() ? next.next() : compiler().of(evaluate);
                    Design d = of.with(policy.within(of));
                    Place place =
                            places().of(evaluate, evaluate.eClass().getEStructuralFeature("name"));
                    all.add(
                            new Compiled(
                                    d.name(),
                                    place == null
                                            ? new Place(fileName(r.getURI()), 1, 1, 1)
                                            : place,
                                    d,
                                    blocking.blocks(d)));
                }
        return List.copyOf(all);
    }

    /** A file's text, the library's too; empty if there is no such file. */
    public String text(String file) {
        String own = texts.get(file);
        if (own != null) return own;
        XtextResource open = resources.get(file);
        if (open != null) return open.getParseResult().getRootNode().getText();
        try (var in = Library.class.getResourceAsStream("/" + file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- for its helpers

    Map<String, XtextResource> resources() {
        return resources;
    }

    /** How places name a file. */
    String name(XtextResource file) {
        return fileName(file.getURI());
    }

    /** The files that are spoken about. */
    List<XtextResource> focus() {
        return focus;
    }

    /** What the project says that holds for the files that are spoken about. */
    Settings settings(Collection<InfraRule> known) {
        return over == null
                ? Settings.of(resources.values(), known)
                : Settings.above(over, resources.values(), known);
    }

    /** What the project file names and what cannot be read. */
    List<Trouble> troubles() {
        return troubles;
    }

    /** Findings that the project accepts as they are; null if it names none. */
    @Nullable Baseline baseline() {
        return baseline;
    }

    /** How much rules matter here, whatever the project file says. */
    Map<String, Level> severities() {
        return severities;
    }

    /** Where files nest deeper than can be read; they count as empty. */
    List<Place> tooDeep() {
        return tooDeep;
    }

    /** Whether a file is the user's, not the library's. */
    static boolean isOwn(String file) {
        return !file.startsWith("araverus/");
    }

    /** What stands around a place. */
    Enclosing around(Place place) {
        return enclosing.computeIfAbsent(
                place.file(), f -> new Enclosing(resources.get(f), text(f)));
    }

    Injector injector() {
        return injector;
    }

    static Injector injectorOfLanguage() {
        return Language.INJECTOR;
    }

    RuleRunner runner() {
        return new RuleRunner(this::failed, rules.toArray(RuleSource[]::new));
    }

    /** A rule of somebody else's that fails is a finding; one of ours is a defect. */
    boolean failed(InfraRule rule, Throwable e) {
        EObject at = namesRules; // the engine's thread reads no texts
        if (at == null || RuleJars.jar(rule) == null) return false;
        String message = "rule %s fails: %s".formatted(rule.id(), RuleJars.reason(e));
        Trouble trouble = new Trouble(Trouble.RULE_FAILED, at, message);
        if (!troubles.contains(trouble)) troubles.add(trouble);
        return true;
    }

    DesignCompiler compiler() {
        if (compiler == null) compiler = new DesignCompiler(places(), versions());
        return compiler;
    }

    Places places() {
        return new Places(Workspace::fileName);
    }

    static Design.Versions versions() {
        return new Design.Versions(Design.SCHEMA, Versions.LANGUAGE, Versions.CATALOG);
    }
}
