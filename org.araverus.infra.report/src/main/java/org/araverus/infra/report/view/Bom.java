// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cluster;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Part.Run;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.evaluate.Switches;

/**
 * What is bought: the parts that have a price of their own, down to where one is given; what holds
 * no price and no parts stands there without one.
 *
 * @param total USD of those that have a price
 * @param withoutPrice names of those that have none
 */
public record Bom(List<Item> items, Quantity total, List<String> withoutPrice) {

    /** Equal parts. */
    public record Item(
            String name,
            String kind,
            Quantity count,
            Quantity each,
            Quantity price,
            double share,
            Source source) {

        /** Whether it has a price. */
        public boolean isPriced() {
            return each.si() > 0;
        }
    }

    static Bom of(Scope s) {
        Map<Element, Double> counts = new LinkedHashMap<>();
        for (Element host : s.hosts()) {
            if (host instanceof Cluster) parts(host, 1, s.design(), counts);
            else add(host, 1, s.design(), counts);
            if (host instanceof Cluster c) switches(c, s.design(), counts);
        }
        double total = total(counts);
        List<Item> items = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Map.Entry<Element, Double> e : counts.entrySet()) {
            Item i = item(e.getKey(), e.getValue(), total, s);
            items.add(i);
            if (!i.isPriced()) without.add(i.name());
        }
        return new Bom(List.copyOf(items), usd(total, spread(counts)), without);
    }

    private static double total(Map<Element, Double> counts) {
        double total = 0;
        for (Map.Entry<Element, Double> e : counts.entrySet())
            total += e.getValue() * price(e.getKey()).orElse(0);
        return total;
    }

    /** Half width of the sum: parts of one price go together, prices apart add in squares. */
    private static double spread(Map<Element, Double> counts) {
        Map<Origin, Double> each = new HashMap<>();
        counts.forEach(
                (e, n) -> {
                    Value price = price(e);
                    if (price.isKnown())
                        each.merge(price.origin(), n * price.spread(), Double::sum);
                });
        return Math.sqrt(each.values().stream().mapToDouble(s -> s * s).sum());
    }

    private static Quantity usd(double value, double spread) {
        return Quantity.of(value, Math.max(0, value - spread), value + spread, "USD");
    }

    private static void switches(Cluster c, Design design, Map<Element, Double> counts) {
        try {
            Switches.of(design, c).forEach((k, n) -> counts.merge(k, n, Double::sum));
        } catch (NotKnown e) {
            // a network whose switches nobody names
        }
    }

    private static void parts(Element of, double count, Design d, Map<Element, Double> counts) {
        for (org.araverus.infra.engine.design.Part p : of.header().parts())
            for (Run r : p.runs()) add(d.get(r.type()), count * r.count().si(), d, counts);
    }

    private static void add(Element e, double count, Design d, Map<Element, Double> counts) {
        if (price(e).isAbsent() && !e.header().parts().isEmpty()) parts(e, count, d, counts);
        else counts.merge(e, count, Double::sum);
    }

    private static Item item(Element e, double count, double total, Scope s) {
        Value own = price(e);
        double each = own.isKnown() ? own.si() : Double.NaN;
        double spread = own.isKnown() ? own.spread() : 0;
        return new Item(
                e.header().simpleName(),
                kind(e),
                Quantity.of(count, ""),
                usd(each, spread),
                usd(each * count, spread * count),
                own.isKnown() ? each * count / total : 0,
                own.isKnown() ? s.source(own.origin()) : Source.NONE);
    }

    private static String kind(Element e) {
        return e.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static Value price(Element e) {
        return switch (e) {
            case Accelerator a -> a.price();
            case Cpu c -> c.price();
            case Nic n -> n.price();
            case Switch s -> s.price();
            case Node n -> n.price();
            case Rack r -> r.price();
            default -> Value.absent(e.origin().child("price"));
        };
    }
}
