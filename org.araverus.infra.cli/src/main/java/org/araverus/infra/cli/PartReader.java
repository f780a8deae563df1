// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.araverus.infra.dsl.resource.Catalog;
import org.araverus.infra.dsl.resource.Catalog.Entry;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Choice;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Flag;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.design.Ref;
import org.araverus.infra.engine.design.Span;
import org.araverus.infra.engine.design.Spelled;
import org.araverus.infra.engine.design.Trace;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.registry.Schema;
import org.araverus.infra.engine.registry.Schema.MetricEntry;
import org.araverus.infra.engine.registry.Written;
import org.araverus.infra.engine.structure.Structure;
import org.araverus.infra.engine.units.RackUnit;
import org.araverus.infra.engine.units.Show;
import org.araverus.infra.report.render.PartPage;
import org.jspecify.annotations.Nullable;

/** Reads all that the catalog says of a part: a design that extends it, and its text. */
final class PartReader {
    private static final String ITEM = "catalog_page.Item";
    private static final String COMMENT = "//";
    private static final int DIGITS = 5;

    /** Heights are counted in units of EIA-310. */
    private static final String RACK_UNIT = "U";

    private final Entry entry;
    private final Workspace workspace;
    private final Design design;
    private final Element item;

    /** Each line's last value: a remark at the end of a line is about that one. */
    private final Map<String, Integer> lastColumn = new HashMap<>();

    private PartReader(Entry entry) {
        this.entry = entry;
        String text =
                "package catalog_page\n" + entry.kind() + " Item extends " + entry.name() + " {}\n";
        workspace = Workspace.ofTexts(Map.of("page.infra", text));
        design = workspace.design();
        Element read = design.elements().get(ITEM);
        if (read == null) throw new IllegalStateException(entry.name() + " cannot be read");
        item = read;
        for (Trace t : design.trace().values())
            if (t.place() != null) lastColumn.merge(key(t.place()), t.place().column(), Math::max);
    }

    /** The part with all that is known of it. */
    static PartPage read(Entry entry) {
        return new PartReader(entry).page();
    }

    private PartPage page() {
        List<PartPage.Fact> facts = new ArrayList<>();
        for (Written w : Written.of(item)) if (!(w.value() instanceof List)) facts.add(fact(w));
        return new PartPage(
                entry.kind(),
                entry.name(),
                entry.doc(),
                entry.aliases(),
                place(),
                commonSource(facts),
                facts,
                item.header().parts().stream().map(this::held).toList(),
                derived(item.getClass()));
    }

    /** The line of its name. */
    private @Nullable Place place() {
        String name = entry.simpleName();
        List<String> lines = workspace.text(entry.file()).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            java.util.regex.Matcher m =
                    java.util.regex.Pattern.compile("\\b" + entry.kind() + "\\s+(" + name + ")\\b")
                            .matcher(lines.get(i));
            if (m.find()) return new Place(entry.file(), i + 1, m.start(1) + 1, name.length());
        }
        return null;
    }

    private PartPage.Fact fact(Written w) {
        String unit = w.attribute().unit();
        return switch (w.value()) {
            case Value v -> fact(w, number(v, unit), v.si(), v.spread(), unit, v.origin());
            case Span s -> fact(w, span(s, unit), Double.NaN, 0, "", s.origin());
            case Choice<?> c -> fact(w, spelled(c.get()), c.origin());
            case Flag f -> fact(w, Boolean.toString(f.on()), f.origin());
            case Ref<?> r when r.name() != null -> fact(w, simple(r.name()), r.origin());
            case Ref<?> r -> {
                Value q = r.quantity();
                String u = w.attribute().orQuantity();
                yield fact(w, number(q, u), q.si(), q.spread(), u, r.origin());
            }
            default -> throw new IllegalStateException(w.path() + " of " + entry.name());
        };
    }

    private PartPage.Fact fact(Written w, String text, Origin origin) {
        return fact(w, text, Double.NaN, 0, "", origin);
    }

    private PartPage.Fact fact(
            Written w, String read, double si, double spread, String unit, Origin origin) {
        String text = read;
        Trace t = design.traceOf(origin);
        String source = t == null || t.source() == null ? "" : t.source();
        if (t != null && RACK_UNIT.equals(t.unit()))
            text = Show.exact(si / RackUnit.METRES, "", DIGITS) + " " + RACK_UNIT;
        Place place = t == null ? null : t.place();
        return new PartPage.Fact(
                w.path(), text, si, spread, unit, w.attribute().doc(), source, note(place), place);
    }

    private static String number(Value v, String unit) {
        String n = Show.exact(v.si(), unit, DIGITS);
        if (v.spread() == 0) return n;
        return n
                + "   %s .. %s"
                        .formatted(
                                Show.digits(v.si() - v.spread(), unit, v.si()),
                                Show.digits(v.si() + v.spread(), unit, v.si()));
    }

    private static String span(Span s, String unit) {
        return Show.exact(s.low(), unit, s.high(), DIGITS)
                + " .. "
                + Show.exact(s.high(), unit, DIGITS);
    }

    private static String spelled(Enum<?> e) {
        return e instanceof Spelled s ? s.text() : e.toString();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String key(Place p) {
        return p.file() + ":" + p.line();
    }

    /** What the text remarks behind a value. */
    private String note(@Nullable Place place) {
        if (place == null || lastColumn.getOrDefault(key(place), 0) != place.column()) return "";
        String line =
                workspace.text(place.file()).lines().skip(place.line() - 1L).findFirst().orElse("");
        int from = line.indexOf(COMMENT, place.column());
        return from < 0 ? "" : line.substring(from + COMMENT.length()).strip();
    }

    /** The source that most of them have; fits and what nobody has checked speak for themselves. */
    private static String commonSource(List<PartPage.Fact> facts) {
        return facts.stream()
                .filter(f -> !f.isUnverified() && !f.path().startsWith("efficiency."))
                .map(PartPage.Fact::source)
                .filter(s -> !s.isEmpty())
                .collect(
                        Collectors.groupingBy(
                                s -> s, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private PartPage.Held held(Part p) {
        String type = p.runs().getFirst().typeName();
        Optional<Entry> known =
                Catalog.entries().stream().filter(e -> e.name().equals(type)).findFirst();
        return new PartPage.Held(
                p.role(), Math.round(p.count()), type, known.map(Entry::doc).orElse(""));
    }

    private List<PartPage.Derived> derived(Class<? extends Element> kind) {
        List<PartPage.Derived> all = new ArrayList<>();
        for (Schema.KindEntry k : Schema.builtIn().kinds())
            if (k.record() == kind) k.metrics().forEach(m -> derived(m, "", all));
        return all;
    }

    /** Structural metrics; one that lacks a number is left out. */
    private void derived(MetricEntry m, String prefix, List<PartPage.Derived> into) {
        if (!m.structural()) return;
        String path = prefix + m.name();
        if (m.group()) {
            m.members().forEach(x -> derived(x, path + ".", into));
            return;
        }
        try {
            double si = Structure.metric(item, path, design);
            into.add(
                    new PartPage.Derived(
                            path, Show.exact(si, m.unit(), DIGITS), si, m.unit(), m.doc()));
        } catch (NotKnown e) { // a part names no such figure
        }
    }
}
