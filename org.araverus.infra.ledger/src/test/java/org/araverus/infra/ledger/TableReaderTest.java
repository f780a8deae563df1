// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {
    private static final String HEAD =
            "id,table,accelerator,gpus,model,metric,value,unit,score,note,source\n";
    private static final String ONE = "a,t,H100-SXM,8,M,step_time,1.5,s,yes,n; m,\"x, y\"\n";

    private static List<Row> read(String text) throws UnreadableTable {
        return TableReader.read("t.csv", text);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableTable.class)
                .hasMessage(message);
    }

    @Test
    void readsCells() throws UnreadableTable {
        Row r = read(HEAD + ONE).getFirst();
        assertThat(r.id()).isEqualTo("a");
        assertThat(r.count(Column.GPUS)).isEqualTo(8);
        assertThat(r.number(Column.VALUE)).isEqualTo(1.5);
        assertThat(r.text(Column.SOURCE)).isEqualTo("x, y");
        assertThat(r.notes()).containsExactly("n", "m");
        assertThat(r.scored()).isTrue();
        assertThat(r.count(Column.TP)).isNull();
        assertThat(r.number(Column.PARAMS_B)).isNaN();
        assertThat(r.line()).isEqualTo(2);
    }

    @Test
    void linesCountThroughQuotesAndCarriageReturns() throws UnreadableTable {
        String text = (HEAD + ONE.replace("x, y", "x\ny") + ONE.replace("a,t", "b,t"));
        assertThat(read(text)).extracting(Row::line).containsExactly(2, 4);
        assertThat(read(text.replace("\n", "\r\n"))).extracting(Row::line).containsExactly(2, 4);
        assertThat(read("\uFEFF" + text)).hasSize(2);
    }

    @Test
    void saysWhichColumnIsStrange() {
        refused(
                HEAD.replace("note,", "nots,") + ONE,
                "t.csv:1:57: no column nots in a table of training, memory or serving");
        refused(HEAD.replace("note,", "id,") + ONE, "t.csv:1:57: column id stands twice");
        refused(HEAD.replace("note,", ",") + ONE, "t.csv:1:57: a column without a name");
        refused(HEAD.replace("gpus,", "") + ONE, "t.csv:1:1: column gpus is missing");
    }

    @Test
    void saysWhichCellIsStrange() {
        String bad = ONE.replace(",8,", ",eight,");
        refused(
                HEAD + ONE + bad.replace("a,t", "b,t"),
                "t.csv:3:14: gpus is a whole number; not eight");
        refused(HEAD + ONE.replace("1.5", "fast"), "t.csv:2:28: value is a number; not fast");
        refused(HEAD + ONE.replace("yes", "si"), "t.csv:2:34: score is one of yes, no; not si");
        refused(HEAD + ONE.replace("step_time", "speed"), "t.csv:2:18: no metric speed");
        refused(HEAD + ONE.replace("1.5,s", "1.5,ms"), "t.csv:2:32: step_time is in s; not in ms");
        refused(HEAD + ONE.replace(",8,", ",,"), "t.csv:2:14: gpus is empty");
        refused(HEAD + ONE.replace("1.5", "0"), "t.csv:2:28: value is not above zero");
    }

    @Test
    void aCellAfterQuotesHasItsPlace() {
        String head = "source," + HEAD.replace(",source\n", "\n");
        refused(
                head + "\"x, \"\"y\"\"\nz\",a,t,H100-SXM,0.5,M,step_time,1.5,s,yes,n\n",
                "t.csv:3:17: gpus is a whole number; not 0.5");
    }

    @Test
    void saysWhatIsWrongWithTheWhole() {
        refused("", "t.csv:1:1: is empty: a table begins with a line of names");
        refused("\n\n", "t.csv:1:1: is empty: a table begins with a line of names");
        refused(HEAD + "a,t\n", "t.csv:2:1: the row has 2 cells, the first line 11");
        refused(HEAD + ONE + "b,\"t\n", "t.csv:3:1: the quotes of this row do not pair");
        refused(HEAD + ONE + "b,\"t\"x\n", "t.csv:3:1: the quotes of this row do not pair");
    }

    @Test
    void aRowStandsOnceInAllTables(@TempDir Path folder) throws Exception {
        Path one = Files.writeString(folder.resolve("1.csv"), HEAD + ONE);
        Path two =
                Files.writeString(folder.resolve("2.csv"), HEAD + ONE.replace("a,t", "b,t") + ONE);
        assertThat(Ledger.read(List.of(one)).size()).isEqualTo(1);
        assertThatThrownBy(() -> Ledger.read(List.of(one, two)))
                .hasMessage(two + ":3:1: row a stands in " + one + ":2 too");
    }

    @Test
    void aTableWithoutRowsIsFine() throws UnreadableTable {
        assertThat(read(HEAD)).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheFile(@TempDir Path folder) throws Exception {
        Path bytes = Files.write(folder.resolve("b.csv"), new byte[] {'i', (byte) 0xff, 0});
        Path missing = folder.resolve("m.csv");
        Path latin =
                Files.write(
                        folder.resolve("l.csv"), "id,\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TableReader.read(bytes)).hasMessage(bytes + ": is not UTF-8 text");
        assertThatThrownBy(() -> TableReader.read(latin)).hasMessage(latin + ": is not UTF-8 text");
        assertThatThrownBy(() -> TableReader.read(missing))
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> TableReader.read(folder))
                .hasMessage(folder + ": is a folder, not a table");
    }
}
