// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.finding.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows become texts that the language takes, and the texts mean the rows. */
class TextsTest {
    private static final Path VALIDATION = Path.of("../validation");
    private static final Shelf SHELF = ShelfReader.read();

    static Stream<Row> training() throws UnreadableTable {
        return rows("training.csv");
    }

    static Stream<Row> all() throws UnreadableTable {
        return Stream.concat(rows("training.csv"), rows("memory.csv"));
    }

    private static Stream<Row> rows(String table) throws UnreadableTable {
        return TableReader.read(VALIDATION.resolve(table)).stream()
                .filter(r -> SHELF.named(r.text(Column.MODEL)).isPresent())
                .filter(r -> SHELF.named(r.text(Column.ACCELERATOR)).isPresent());
    }

    private static Workspace workspace(Row row, Laws laws) throws NotExpressed {
        String text = RowText.write(row, SHELF, laws, laws.cut().ladder().getLast());
        return Workspace.ofTexts(Map.of("row.infra", text));
    }

    /** Somebody ran it, so no rule may call it an error. */
    @ParameterizedTest
    @MethodSource("training")
    void aRunThatWasPublishedHasNoErrors(Row row) throws NotExpressed {
        assertThat(workspace(row, new Laws(row)).check())
                .filteredOn(d -> d.severity() == Severity.ERROR)
                .extracting(Diagnostic::message)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aTextMeansItsRow(Row row) throws NotExpressed {
        Laws laws = new Laws(row);
        means(row, laws.cut(), workspace(row, laws));
    }

    private static void means(Row row, Cut cut, Workspace w) {
        String home = RowText.packageOf(row) + ".";
        var elements = w.evaluates().getFirst().design().elements();
        Workload work = (Workload) elements.get(home + RowText.WORKLOAD);
        assertThat(work.batch().count()).isEqualTo(row.count(Column.GLOBAL_BATCH_SEQS, 0));
        assertThat(work.sequence().si()).isEqualTo(row.number(Column.SEQ_LEN));
        assertThat(work.parallel().tp().count()).isEqualTo(cut.tp());
        assertThat(work.parallel().pp().count()).isEqualTo(cut.pp());
        assertThat(work.parallel().vpp().count()).isEqualTo(cut.vpp());
        assertThat(work.parallel().dp().count()).isEqualTo(cut.dp());
        assertThat(work.microBatch().count()).isEqualTo(cut.microBatch());
        Model net = (Model) elements.get(home + "Net");
        assertThat(net.layers().count()).isEqualTo(row.count(Column.LAYERS, 0));
        assertThat(net.hidden().count()).isEqualTo(row.count(Column.HIDDEN, 0));
    }
}
