// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers against the schemas that promise their shape. */
public final class Schemas {
    private static final Path PUBLISHED = Path.of("../docs/schema");
    private static final String SARIF = "sarif-2.1.0-required.schema.json";

    private Schemas() {}

    /** Against one of the published schemas, by its file name. */
    public static void assertValid(String schema, String json) {
        try {
            assertFollows(Files.readString(PUBLISHED.resolve(schema)), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Against what SARIF 2.1.0 requires of the objects that are written. */
    public static void assertValidSarif(String json) {
        try (InputStream in = Schemas.class.getResourceAsStream(SARIF)) {
            assertFollows(new String(in.readAllBytes(), StandardCharsets.UTF_8), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Against the text of a schema. */
    public static void assertFollows(String schema, String json) {
        JsonSchema s = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        assertThat(s.validate(json, InputFormat.JSON)).isEmpty();
    }
}
