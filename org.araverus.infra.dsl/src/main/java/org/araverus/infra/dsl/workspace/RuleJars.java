// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
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

    /**
     * The rules of a jar.
     *
     * @param taken ids that other rules have
     */
    static List<InfraRule> rules(Path jar, Set<String> taken) throws Unreadable {
        readable(jar);
        List<InfraRule> rules = new ArrayList<>();
        try {
            Loader loader = new Loader(jar);
            for (RuleSource source : ServiceLoader.load(RuleSource.class, loader))
                if (source.getClass().getClassLoader() == loader) rules.addAll(source.rules());
        } catch (ServiceConfigurationError | LinkageError | IOException | RuntimeException e) {
            throw new Unreadable(jar + " gives no rules: " + reason(e));
        }
        if (rules.isEmpty())
            throw new Unreadable(
                    jar + " gives no rules: it names no class for " + RuleSource.class.getName());
        Set<String> seen = new HashSet<>(taken);
        for (InfraRule r : rules)
            if (!seen.add(r.id()))
                throw new Unreadable(jar + " has a rule " + r.id() + "; that id is taken");
        return rules;
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
