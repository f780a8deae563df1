// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the engine says of the published figures. The answer is kept in {@code
 * validation/result.txt} ({@code -Dgoldens=write} writes it anew): a change of physics or catalog
 * shows there row by row.
 */
class ValidationTest {
    private static final Path FOLDER = Path.of("../validation");

    @Test
    void everyRowIsPredictedAsTheResultSays() throws Exception {
        List<Path> tables = List.of(FOLDER.resolve("training.csv"), FOLDER.resolve("memory.csv"));
        Ledger.Result result = Ledger.read(tables).predict();
        assertThat(result.outcomes()).hasSize(40).allMatch(o -> o instanceof Outcome.Predicted);
        Goldens.check(FOLDER.resolve("result.txt"), result.text(true));
    }

    @Test
    void servedRowsArePredictedAsTheResultSays() throws Exception {
        Ledger.Result result = Ledger.read(List.of(FOLDER.resolve("serving.csv"))).predict();
        assertThat(result.outcomes()).hasSize(29).allMatch(o -> o instanceof Outcome.Predicted);
        Goldens.check(FOLDER.resolve("serving-result.txt"), result.text(true));
    }
}
