// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A jar with a rule of a house. */
public final class HouseJar {
    /** Racks of more than 30 kW are too much. */
    public static final String RULE =
            """
            package house;

            import org.araverus.infra.engine.design.*;
            import org.araverus.infra.engine.finding.*;

            @Rule(summary = "A rack stays below 30 kW here", severity = Severity.WARNING,
                    layer = Layer.POWER, since = "0.1")
            public final class HouseRackLimit extends DesignRule<Rack> {
                public HouseRackLimit() {
                    super(Rack.class);
                }

                @Override
                public void check(Rack rack, Design design, Findings findings) {
                    if (rack.power().budget().si() > 30_000)
                        findings.report(this, rack.power().budget().origin(), "too much for us");
                }
            }
            """;

    private static final String SOURCE =
            """
            package house;

            import java.util.List;
            import org.araverus.infra.engine.finding.*;

            public final class House implements RuleSource {
                @Override
                public List<InfraRule> rules() {
                    return List.of(new HouseRackLimit());
                }
            }
            """;

    /** What the jar has to say of the rule. */
    public static final String PAGE = "# house-rack-limit\n\nOur hall has cables for 30 kW.\n";

    private HouseJar() {}

    /**
     * Compiles the rule under its class's name, with a source that offers it and a page for {@code
     * house-rack-limit}.
     */
    public static void write(Path folder, String name, String rule) throws IOException {
        String type = rule.replaceAll("(?s).*public final class (\\w+).*", "$1");
        Path classes = Files.createTempDirectory(folder, "house");
        Path a = Files.writeString(classes.resolve(type + ".java"), rule);
        Path b =
                Files.writeString(
                        classes.resolve("House.java"), SOURCE.replace("HouseRackLimit", type));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                said,
                                said,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                a.toString(),
                                b.toString());
        assertThat(failed).as(said.toString()).isZero();
        try (JarOutputStream out =
                new JarOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            entry(
                    out,
                    "META-INF/services/org.araverus.infra.engine.finding.RuleSource",
                    "house.House");
            for (String c : List.of(type, "House")) {
                String path = "house/" + c + ".class";
                out.putNextEntry(new ZipEntry(path));
                out.write(Files.readAllBytes(classes.resolve(path)));
            }
            entry(out, "rules/house-rack-limit.md", PAGE);
        }
    }

    private static void entry(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
