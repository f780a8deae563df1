// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/formulas.md} is made from the formulas; {@code -Dgoldens=write} writes it anew. */
class FormulasPageTest {

    private static final Path PAGE = Path.of("..", "docs", "formulas.md");

    private static final String HEAD =
            """
            # Formulas

            Made from the `@Formula` annotations of `org.araverus.infra.engine.physics`; a test keeps it true. A number of a result is made of these and of what the text gives; no second copy of any exists. SI units throughout.

            """;

    @Test
    void thePageListsEveryFormula() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("goldens"))) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| id | unit | formula | inputs | source |\n");
        page.append("| --- | --- | --- | --- | --- |\n");
        Formulas.all()
                .forEach(
                        (id, f) ->
                                page.append("| `")
                                        .append(id)
                                        .append("` | ")
                                        .append(unit(f.formula().unit()))
                                        .append(" | ")
                                        .append(f.formula().text())
                                        .append(" | ")
                                        .append(String.join(", ", f.inputs()))
                                        .append(" | ")
                                        .append(f.formula().source())
                                        .append(" |\n"));
        return page.toString();
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "of its terms" : unit;
    }
}
