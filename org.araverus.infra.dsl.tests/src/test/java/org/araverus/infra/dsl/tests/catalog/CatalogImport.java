// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.catalog;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.araverus.infra.dsl.workspace.Layouts;

/**
 * Makes texts of the catalog from a table of facts ({@code kind,name,attribute,value,unit,source}).
 * Of several facts of one attribute the first is the value, the later ones become a note behind it.
 * A source that begins with {@code from_memory} is unverified. Facts that the language has no
 * attribute for, and parts that have no place in the catalog, are counted and named.
 *
 * <p>{@code CatalogImport FACTS.csv LAYOUT.csv FOLDER}; the layout says what becomes of a part:
 * {@code file,kind,name,identifier,like,also,doc}. {@code like} names the accelerator of the same
 * chip whose fitted efficiencies stand in where it has none, {@code also} its further aliases.
 */
public final class CatalogImport {
    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();
    private final Map<String, CSVRecord> places = new LinkedHashMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Map<String, Integer> withoutPlace = new TreeMap<>();
    private int read;

    public static void main(String[] args) throws IOException {
        CatalogImport i = new CatalogImport();
        i.facts(Path.of(args[0]));
        i.write(Path.of(args[1]), Path.of(args[2]));
        System.out.print(i.report());
    }

    void facts(Path csv) throws IOException {
        for (CSVRecord r : records(csv)) {
            read++;
            Fact f = new Fact(r.get("attribute"), r.get("value"), r.get("unit"), r.get("source"));
            of(key(r)).add(f);
        }
    }

    private List<Fact> of(String key) {
        return facts.computeIfAbsent(key, k -> new ArrayList<>());
    }

    private static List<CSVRecord> records(Path csv) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader in = Files.newBufferedReader(csv)) {
            return format.parse(in).getRecords();
        }
    }

    void write(Path layout, Path folder) throws IOException {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        List<CSVRecord> parts = records(layout);
        for (CSVRecord r : parts) places.put(key(r), r);
        for (CSVRecord r : parts) {
            PartText part =
                    new PartText(
                            r.get("kind"),
                            r.get("identifier"),
                            aliases(r),
                            r.get("doc"),
                            known(key(r)));
            files.computeIfAbsent(r.get("file"), CatalogImport::heading)
                    .append('\n')
                    .append(part.text());
            count(r.get("kind"), of(key(r)));
        }
        facts.forEach(
                (key, all) -> {
                    if (!places.containsKey(key)) withoutPlace.put(key, all.size());
                });
        for (Map.Entry<String, StringBuilder> f : files.entrySet()) {
            Path file = folder.resolve(f.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Layouts.of(f.getKey(), f.getValue().toString()).after());
        }
    }

    private static String key(CSVRecord r) {
        return r.get("kind") + " " + r.get("name");
    }

    private void count(String kind, List<Fact> own) {
        for (Fact f : own)
            if (!Attributes.take(kind, f.attribute()))
                leftOut.merge(kind + " " + f.attribute(), 1, Integer::sum);
    }

    private static List<String> aliases(CSVRecord r) {
        List<String> all = new ArrayList<>(List.of(r.get("name")));
        if (!r.get("also").isEmpty()) all.addAll(List.of(r.get("also").split(";")));
        return all;
    }

    /** The facts of a part, with the efficiencies of a part of the same chip that it lacks. */
    private List<Fact> known(String key) {
        List<Fact> all = new ArrayList<>(of(key));
        // the tables hold one 16-bit format; both run on the same units
        for (Fact f : of(key))
            if (f.isFitted() && f.attribute().endsWith("_bf16"))
                all.add(f.renamed(f.attribute().replace("_bf16", "_fp16")));
        CSVRecord place = places.get(key);
        String like = place == null ? "" : place.get("like");
        if (like.isEmpty()) return all;
        String other = place.get("kind") + " " + like;
        List<Fact> own = List.copyOf(all);
        for (Fact f : known(other))
            if (f.isFitted() && own.stream().noneMatch(o -> o.isFittedAs(f)))
                all.add(f.from("as " + places.get(other).get("identifier") + ", the same chip"));
        return all;
    }

    /** {@code nvidia/hopper.infra} is of package {@code araverus.nvidia}. */
    private static StringBuilder heading(String file) {
        String name = "araverus." + Path.of(file).getParent().toString().replace('/', '.');
        return new StringBuilder("// SPDX-License-Identifier: EPL-2.0\npackage " + name + "\n");
    }

    /** What became of the facts, and what has no attribute or no place. */
    String report() {
        StringBuilder s = new StringBuilder();
        int lost = sum(leftOut);
        int elsewhere = sum(withoutPlace);
        s.append("facts: " + read + "\n");
        s.append("of parts without a place: " + elsewhere + "\n");
        withoutPlace.forEach((key, n) -> s.append("  " + key + ": " + n + "\n"));
        s.append("without an attribute: " + lost + "\n");
        leftOut.forEach((key, n) -> s.append("  " + key + ": " + n + "\n"));
        s.append("written, as values or notes: " + (read - lost - elsewhere) + "\n");
        return s.toString();
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
