// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.nio.file.Path;
import org.araverus.infra.report.Goldens;
import org.junit.jupiter.api.Test;

class DesignSchemaTest {
    @Test
    void thePublishedSchemaIsThatOfTheRecords() {
        Goldens.check(Path.of("../docs/schema/design.schema.json"), DesignSchema.text());
    }
}
