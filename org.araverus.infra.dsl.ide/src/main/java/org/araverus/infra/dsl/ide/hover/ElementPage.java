// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.hover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.araverus.infra.dsl.ide.schedule.Answer;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.NotKnown;
import org.araverus.infra.engine.design.Part;
import org.araverus.infra.engine.design.Rack;
import org.araverus.infra.engine.design.Site;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Headroom;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.engine.structure.Room;
import org.araverus.infra.engine.structure.Structure;
import org.araverus.infra.engine.units.Show;
import org.araverus.infra.report.render.Headline;

/** What an element holds, and what evaluates make of it. */
final class ElementPage {
    private final Reading reading;
    private final Page page;

    ElementPage(Reading reading, Page page) {
        this.reading = reading;
        this.page = page;
    }

    /** Of an element by its qualified name; nothing where it is not known. */
    void write(String name) {
        Design design = reading.design();
        Element e = reading.element(name);
        if (design == null || e == null) return;
        structure(e, design);
        for (Answer a : reading.evaluations().reaching(name)) computed(a, name);
        inside(e, design);
    }

    // ---- what follows from the text alone

    private void structure(Element e, Design design) {
        if (e instanceof Model) {
            row("parameters", "", () -> Structure.metric(e, "parameters", design), "");
            row(
                    "active parameters",
                    "",
                    () -> Structure.metric(e, "active_parameters", design),
                    "");
            return;
        }
        row("accelerators", "", () -> accelerators(e, design), "");
        row("nameplate", "W", () -> Structure.nameplate(e, design), budget(e));
        row(
                "height",
                "m",
                () -> room(e, design, true),
                e instanceof Rack r ? of(r.size(), "m") : "");
        row(
                "weight",
                "kg",
                () -> room(e, design, false),
                e instanceof Rack r ? of(r.weightLimit(), "kg") : "");
        row("price", "USD", () -> Structure.capex(e, design), "");
    }

    private static double accelerators(Element e, Design design) {
        double all = Structure.accelerators(e, design);
        return e.header().parts().isEmpty() ? 0 : all;
    }

    private static String budget(Element e) {
        return switch (e) {
            case Rack r -> of(r.power().budget(), "W");
            case Site s -> of(s.power().budget(), "W");
            default -> "";
        };
    }

    private static String of(Value limit, String unit) {
        return limit.isKnown() ? "of " + Show.value(limit.number(), unit) : "";
    }

    /** Height or weight: its own, else that of its parts. */
    private static double room(Element e, Design design, boolean height) {
        Value own = height ? Room.height(e) : Room.weight(e);
        if (own.isKnown()) return own.number();
        double sum = 0;
        if (e instanceof Rack)
            for (Part p : e.header().parts())
                for (Part.Run r : p.runs()) {
                    Element part = design.get(r.type());
                    Value each = height ? Room.height(part) : Room.weight(part);
                    sum += r.count().si() * each.orElse(0);
                }
        return sum;
    }

    private interface Number {
        double of();
    }

    private void row(String what, String unit, Number number, String against) {
        try {
            double n = number.of();
            if (n != 0) page.row(what, Show.value(n, unit), against);
        } catch (NotKnown e) {
            // what no text says has no row
        }
    }

    // ---- what evaluates make of it

    private void computed(Answer a, String name) {
        Evaluation e = a.evaluation();
        if (e == null) return;
        for (Headroom h : e.headroom())
            if (h.subject().equals(name) && isOfTheHost(h))
                page.row(
                        h.what() + ", " + a.simpleName(),
                        Show.value(h.demand(), h.unit()),
                        "of " + Show.value(h.limit(), h.unit()));
        String prefix = name.substring(name.lastIndexOf('.') + 1) + ".";
        e.metrics()
                .forEach(
                        (key, r) -> {
                            if (key.startsWith(prefix) && isOf(r, name))
                                page.row(
                                        "`"
                                                + key.substring(prefix.length())
                                                + "`, "
                                                + a.simpleName(),
                                        Quantities.of(r),
                                        "");
                        });
    }

    private static boolean isOfTheHost(Headroom h) {
        return switch (h.layer()) {
            case POWER, COOLING, SPACE -> true;
            default -> false;
        };
    }

    private static boolean isOf(Result r, String name) {
        return r.origin().element().equals(name);
    }

    /** One line for each evaluate that runs a workload. */
    static List<String> uses(Reading reading, String workload) {
        List<String> all = new ArrayList<>();
        for (Answer a : reading.evaluations().reaching(workload)) {
            Evaluation e = a.whole();
            if (e == null) continue;
            for (Run r : e.runs())
                if (r.workload().equals(workload))
                    all.add("**" + a.simpleName() + "** " + Headline.of(e, r));
        }
        return all;
    }

    // ---- what is inside

    private void inside(Element e, Design design) {
        Set<String> lines = new LinkedHashSet<>();
        for (Part p : e.header().parts())
            for (Part.Run r : p.runs()) {
                String type = r.type().name();
                if (type == null || !r.count().isKnown()) continue;
                lines.add(
                        "`%s` %s x %s"
                                .formatted(
                                        p.role(),
                                        Show.digits(r.count().number()),
                                        type.substring(type.lastIndexOf('.') + 1)));
            }
        page.list(List.copyOf(lines));
    }
}
