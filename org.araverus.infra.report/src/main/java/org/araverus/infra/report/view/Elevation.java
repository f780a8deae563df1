// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Part.Run;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.units.RackUnit;

/**
 * A kind of rack as it is seen from the front, its parts from the bottom up in the order of the
 * text.
 *
 * @param count how many of it there are
 * @param units height in rack units
 * @param unplaced parts whose height nobody gives
 */
public record Elevation(
        String rack, Quantity count, int units, List<Slot> slots, int free, List<String> unplaced) {
    /**
     * Something in the rack.
     *
     * @param bottom the unit on which it stands, from 0
     * @param units its height
     */
    public record Slot(String name, String kind, double bottom, double units) {}

    static List<Elevation> of(Scope s) {
        Map<Rack, Double> racks = new LinkedHashMap<>();
        for (Element host : s.hosts()) collect(host, 1, s.design(), racks);
        List<Elevation> all = new ArrayList<>();
        racks.forEach((r, n) -> all.add(of(r, n, s.design())));
        all.removeIf(e -> e.slots.isEmpty());
        return List.copyOf(all);
    }

    private static void collect(Element e, double count, Design d, Map<Rack, Double> racks) {
        if (e instanceof Rack r) {
            racks.merge(r, count, Double::sum);
            return;
        }
        for (org.araverus.infra.engine.design.Part p : e.header().parts())
            for (Run r : p.runs()) collect(d.get(r.type()), count * r.count().si(), d, racks);
    }

    private static Elevation of(Rack rack, double count, Design d) {
        List<Slot> slots = new ArrayList<>();
        List<String> unplaced = new ArrayList<>();
        double next = 0;
        for (org.araverus.infra.engine.design.Part p : rack.header().parts()) {
            for (Run r : p.runs()) {
                Element e = d.get(r.type());
                Value size = size(e);
                if (!size.isKnown()) {
                    unplaced.add(e.header().simpleName());
                    continue;
                }
                for (long i = 0; i < r.count().count(); i++) {
                    double units = size.si() / RackUnit.METRES;
                    slots.add(new Slot(e.header().simpleName(), kind(e), next, units));
                    next += units;
                }
            }
        }
        double held = rack.size().isKnown() ? rack.size().si() / RackUnit.METRES : next;
        int units = (int) Math.round(Math.max(held, next));
        int free = (int) Math.round(units - next);
        return new Elevation(
                rack.header().simpleName(), Quantity.of(count, ""), units, slots, free, unplaced);
    }

    private static Value size(Element e) {
        return switch (e) {
            case Node n -> n.size();
            case Switch s -> s.size();
            default -> Value.absent(e.origin().child("size"));
        };
    }

    private static String kind(Element e) {
        return e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** How many stand beside each other where a row of them is drawn. */
    public int copies() {
        return (int) Math.clamp(count.si(), 1, 5);
    }

    /** The same in words, for those who do not see the drawing. */
    public String words() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Slot s : slots) counts.merge(s.name, 1, Integer::sum);
        List<String> parts = new ArrayList<>();
        counts.forEach((name, n) -> parts.add(n + " x " + name));
        return "%s, %d U: %s; %d U free".formatted(rack, units, String.join(", ", parts), free);
    }

    /** Where a slot begins in a drawing of ten points a unit, from the top. */
    public String top(Slot s) {
        return number(10 + 10 * (units - s.bottom - s.units) + 0.5);
    }

    /** How high it is drawn. */
    public String height(Slot s) {
        return number(10 * s.units - 1);
    }

    /** The base line of its label. */
    public String middle(Slot s) {
        return number(10 + 10 * (units - s.bottom - s.units / 2) + 2.6);
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.1f", x);
    }
}
