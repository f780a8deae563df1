// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table of comma-separated values (RFC 4180, UTF-8), whole or not at all. */
final class TableReader {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final String file;
    private final String text;
    private List<Column> columns = List.of();
    private final int[] lineStarts;

    private TableReader(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts =
                IntStream.concat(
                                IntStream.of(0),
                                IntStream.range(0, text.length())
                                        .filter(i -> text.charAt(i) == '\n')
                                        .map(i -> i + 1))
                        .toArray();
    }

    /** The rows of a file, in its order. */
    static List<Row> read(Path file) throws UnreadableTable {
        return read(file.toString(), decode(file));
    }

    /** The rows of a text. */
    static List<Row> read(String file, String text) throws UnreadableTable {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new TableReader(file, plain).rows();
    }

    private static String decode(Path file) throws UnreadableTable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableTable(file.toString(), "is not UTF-8 text");
        } catch (NoSuchFileException e) {
            throw new UnreadableTable(file.toString(), "there is no such file");
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "is a folder, not a table" : "cannot be read";
            throw new UnreadableTable(file.toString(), why);
        }
    }

    private List<Row> rows() throws UnreadableTable {
        List<Row> rows = new ArrayList<>();
        int begins = 1;
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (hasNext(records, begins)) {
                CSVRecord r = records.next();
                if (columns.isEmpty()) columns = header(r);
                else rows.add(row(r));
                begins = lineAt(Math.toIntExact(r.getCharacterPosition())) + lines(r);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (columns.isEmpty())
            throw new UnreadableTable(file, 1, 1, "is empty: a table begins with a line of names");
        return rows;
    }

    /** The parser's own words tell no column. */
    private boolean hasNext(Iterator<CSVRecord> records, int line) throws UnreadableTable {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw new UnreadableTable(file, line, 1, "the quotes of this row do not pair");
        }
    }

    private List<Column> header(CSVRecord r) throws UnreadableTable {
        List<Column> found = new ArrayList<>();
        for (int i = 0; i < r.size(); i++) {
            Column c = Column.of(r.get(i));
            if (c == null) throw at(r, i, unknown(r.get(i)));
            if (found.contains(c)) throw at(r, i, "column " + c.title() + " stands twice");
            found.add(c);
        }
        for (Column c : Column.NEEDED)
            if (!found.contains(c)) throw at(r, 0, "column " + c.title() + " is missing");
        return found;
    }

    private static String unknown(String title) {
        return title.isEmpty()
                ? "a column without a name"
                : "no column " + title + " in a table of training, memory or serving";
    }

    private Row row(CSVRecord r) throws UnreadableTable {
        if (r.size() != columns.size())
            throw at(r, 0, "the row has " + r.size() + " cells, the first line " + columns.size());
        Map<Column, String> cells = new EnumMap<>(Column.class);
        // what does not count may lack more
        boolean scored = !r.get(columns.indexOf(Column.SCORE)).equals("no");
        for (int i = 0; i < r.size(); i++) {
            Column c = columns.get(i);
            String complaint = c.complaint(r.get(i));
            boolean needed = Column.NEEDED.contains(c) && (scored || c == Column.ID);
            if (complaint == null && r.get(i).isEmpty() && needed)
                complaint = c.title() + " is empty";
            if (complaint != null) throw at(r, i, complaint);
            cells.put(c, r.get(i));
        }
        int line = lineAt(Math.toIntExact(r.getCharacterPosition()));
        Row row = new Row(file, line, cells);
        known(row, r);
        return row;
    }

    private void known(Row row, CSVRecord r) throws UnreadableTable {
        Figure f = Figure.of(row.text(Column.METRIC));
        int metric = columns.indexOf(Column.METRIC);
        if (f == null) throw at(r, metric, "no metric " + row.text(Column.METRIC));
        String unit = row.text(Column.UNIT);
        if (!f.units().contains(unit))
            throw at(
                    r,
                    columns.indexOf(Column.UNIT),
                    f.title() + " is in " + String.join(" or ", f.units()) + "; not in " + unit);
        if (!(row.number(Column.VALUE) > 0))
            throw at(r, columns.indexOf(Column.VALUE), "value is not above zero");
    }

    private UnreadableTable at(CSVRecord r, int cell, String message) {
        int offset = cell(Math.toIntExact(r.getCharacterPosition()), cell);
        int line = lineAt(offset);
        return new UnreadableTable(file, line, offset - lineStarts[line - 1] + 1, message);
    }

    /** Where a cell of a row begins: commas between quotes do not count. */
    private int cell(int row, int index) {
        boolean quoted = false;
        int i = row;
        while (i < text.length() && (text.charAt(i) == '\n' || text.charAt(i) == '\r')) i++;
        for (int left = index; left > 0; i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) left--;
        }
        return i;
    }

    private int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found < 0 ? -found - 1 : found + 1;
    }

    private static int lines(CSVRecord r) {
        int lines = 1;
        for (String cell : r) lines += (int) cell.chars().filter(c -> c == '\n').count();
        return lines;
    }
}
