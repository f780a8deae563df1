// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: where texts are, how much rules matter, where results go. Goals are
 * compiled for Java 8 and touch nothing newer before they have looked at the Java they run on.
 */
public abstract class InfraMojo extends AbstractMojo {
    /** One language in this JVM, however many modules are built at once. */
    private static final Object LANGUAGE = new Object();

    private final String work;

    /** Files with texts, or folders that hold {@code .infra} files. */
    @Parameter(property = "infra.sources", defaultValue = "${project.basedir}/src/main/infra")
    private List<File> sources = Collections.emptyList();

    /** Where results are written. */
    @Parameter(
            property = "infra.outputDirectory",
            defaultValue = "${project.build.directory}/infra")
    private File outputDirectory = new File("");

    /**
     * How much a rule matters here, by its id: note, warning, danger, error or off. It goes before
     * what {@code project.infra} says.
     */
    @Parameter private Map<String, String> severities = Collections.emptyMap();

    /** Does nothing. */
    @Parameter(property = "infra.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project = new MavenProject();

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private @Nullable MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private @Nullable MojoExecution execution;

    /**
     * With the class that does it.
     *
     * @param work a simple name in this package, of a {@link Work} of this goal
     */
    InfraMojo(String work) {
        this.work = getClass().getPackage().getName() + "." + work;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        synchronized (LANGUAGE) {
            work(this).run(this);
        }
    }

    @SuppressWarnings("unchecked") // each goal names its own
    private <G extends InfraMojo> Work<G> work(G goal) throws MojoExecutionException {
        try {
            return (Work<G>) Class.forName(work).getDeclaredConstructor().newInstance();
        } catch (UnsupportedClassVersionError e) {
            String here = System.getProperty("java.specification.version");
            throw new MojoExecutionException(
                    "infra-maven-plugin needs Java "
                            + neededJava()
                            + " or newer; this build runs on Java "
                            + here);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String neededJava() {
        Properties all = new Properties();
        try (InputStream in = InfraMojo.class.getResourceAsStream("build.properties")) {
            all.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all.getProperty("java");
    }

    final List<File> sources() {
        return sources;
    }

    final File outputDirectory() {
        return outputDirectory;
    }

    final Map<String, String> severities() {
        return severities;
    }

    final MavenProject project() {
        return project;
    }

    /** The folder where the build was started. */
    final File started() {
        return session == null
                ? project.getBasedir()
                : new File(session.getExecutionRootDirectory());
    }

    /** The version of this plugin. */
    final String version() {
        return execution == null ? "" : execution.getVersion();
    }
}
