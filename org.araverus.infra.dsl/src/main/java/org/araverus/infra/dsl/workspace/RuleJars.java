// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.RuleSource;
import org.jspecify.annotations.Nullable;

/**
 * Rules of one's own: a jar that offers {@link RuleSource}s as {@link ServiceLoader} finds them. A
 * loader lives as long as its rules.
 */
final class RuleJars {
    private static final String CLASS = ".class";

    /** Where a jar has the pages of its rules, each named by the rule's id. */
    private static final String PAGES = "rules/";

    /** A jar that gives no rules, and why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /** The loader of one jar; the built-in rules have others, whatever those are in their house. */
    private static final class Loader extends URLClassLoader {
        private final Path jar;

        Loader(Path jar) throws MalformedURLException {
            super(new URL[] {jar.toUri().toURL()}, RuleSource.class.getClassLoader());
            this.jar = jar;
        }
    }

    private RuleJars() {}

    /** The rules of a jar; at least one. */
    static List<InfraRule> rules(Path jar) throws Unreadable {
        readable(jar);
        List<InfraRule> rules = new ArrayList<>();
        try {
            Loader loader = new Loader(jar);
            loadAll(jar, loader);
            for (RuleSource source : ServiceLoader.load(RuleSource.class, loader))
                if (source.getClass().getClassLoader() == loader) rules.addAll(source.rules());
        } catch (ServiceConfigurationError | LinkageError | IOException | RuntimeException e) {
            throw new Unreadable(jar + " gives no rules: " + reason(e));
        }
        if (rules.isEmpty())
            throw new Unreadable(
                    jar + " gives no rules: it names no class for " + RuleSource.class.getName());
        return List.copyOf(rules);
    }

    /**
     * Asks that the rules of a jar have ids of their own.
     *
     * @param taken ids that other rules have
     */
    static void ownIds(Path jar, List<InfraRule> rules, Set<String> taken) throws Unreadable {
        Set<String> seen = new HashSet<>(taken);
        for (InfraRule r : rules)
            if (!seen.add(r.id()))
                throw new Unreadable(jar + " has a rule " + r.id() + "; that id is taken");
    }

    /** Whoever builds a jar anew writes over it while its rules are in use here. */
    private static void loadAll(Path jar, Loader loader) throws IOException {
        List<String> classes;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            classes = zip.stream().map(ZipEntry::getName).filter(n -> n.endsWith(CLASS)).toList();
        }
        for (String c : classes)
            try {
                String name = c.substring(0, c.length() - CLASS.length());
                loader.loadClass(name.replace('/', '.'));
            } catch (ClassNotFoundException | LinkageError e) {
                // no rule may need it; one that does says so when it is asked
            }
    }

    /** The page (Markdown) that a jar brings for its rule; null if it brings none. */
    static @Nullable String page(InfraRule rule) {
        if (!(rule.getClass().getClassLoader() instanceof Loader l)) return null;
        try {
            URL page = l.findResource(PAGES + rule.id() + ".md");
            if (page == null) return null;
            URLConnection connection = page.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return null;
        }
    }

    /** The jar that a rule came from; null for one of the built-in rules. */
    static @Nullable Path jar(InfraRule rule) {
        return rule.getClass().getClassLoader() instanceof Loader l ? l.jar : null;
    }

    /** What went wrong in somebody's rule, in one line. */
    static String reason(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String said = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return said == null ? name : name + ", " + said.lines().findFirst().orElse("");
    }

    private static void readable(Path jar) throws Unreadable {
        if (!Files.isRegularFile(jar)) throw new Unreadable("there is no jar " + jar);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() == 0) throw new Unreadable(jar + " is empty");
        } catch (ZipException e) {
            throw new Unreadable(jar + " is no jar");
        } catch (IOException e) {
            throw new Unreadable(jar + " cannot be read");
        }
    }
}
