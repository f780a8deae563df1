// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.araverus.infra.dsl.infra.AttributeDefinition;
import org.araverus.infra.dsl.infra.BlockDefinition;
import org.araverus.infra.dsl.infra.Definition;
import org.araverus.infra.dsl.infra.KindDefinition;
import org.araverus.infra.dsl.infra.LiteralDefinition;
import org.araverus.infra.dsl.infra.MetricDefinition;
import org.araverus.infra.dsl.registry.Examples;
import org.araverus.infra.dsl.registry.Registry;

/** The page of one kind: its attributes block by block, then what is computed of it. */
final class KindPage {
    private final Registry registry;
    private final StringBuilder page = new StringBuilder();
    private final List<String> metrics = new ArrayList<>();

    private KindPage(Registry registry) {
        this.registry = registry;
    }

    static String of(Registry registry, KindDefinition kind) {
        return new KindPage(registry).make(kind);
    }

    private String make(KindDefinition kind) {
        page.append("# ").append(kind.getName()).append("\n\n");
        page.append(kind.getDocumentation()).append(".\n");
        if (kind.getMembers().stream().noneMatch(KindPage::isWritten)) {
            page.append("\nIt has no attributes.\n");
        }
        attributes("Attributes", "", kind.getMembers());
        blocks("", kind.getMembers());
        collect("", kind.getMembers());
        results();
        return page.toString();
    }

    private void blocks(String path, List<Definition> members) {
        for (Definition d : members) {
            if (!(d instanceof BlockDefinition b) || !isWritten(d)) continue;
            String own = path + b.getName();
            String shape = b.isRepeated() ? own + " NAME { … }" : own + " { … }";
            attributes("`" + shape + "`", b.getDocumentation(), b.getMembers());
            blocks(own + " ", b.getMembers());
        }
    }

    private void attributes(String heading, String doc, List<Definition> members) {
        List<AttributeDefinition> own =
                members.stream()
                        .filter(AttributeDefinition.class::isInstance)
                        .map(AttributeDefinition.class::cast)
                        .toList();
        if (own.isEmpty()) return;
        page.append("\n## ").append(heading).append("\n\n");
        if (!doc.isEmpty()) page.append(doc).append(".\n\n");
        page.append("| attribute | for example | range | says |\n|---|---|---|---|\n");
        for (AttributeDefinition a : own) row(a);
    }

    private void row(AttributeDefinition a) {
        cells("`" + a.getName() + "`", example(a), range(a), a.getDocumentation());
    }

    private static String example(AttributeDefinition a) {
        if (a.getRefersTo() != null) {
            String kind = a.getRefersTo().getName();
            String quantity = a.getOrQuantity();
            return "["
                    + kind
                    + "]("
                    + kind
                    + ".md)"
                    + (quantity.isEmpty() ? "" : " or " + quantity);
        }
        if (!a.getLiterals().isEmpty()) {
            return a.getLiterals().stream()
                    .map(LiteralDefinition::getName)
                    .collect(Collectors.joining("`, `", "`", "`"));
        }
        return "`" + Examples.value(a) + "`";
    }

    private static String range(AttributeDefinition a) {
        boolean low = Double.isFinite(a.getMin());
        boolean high = Double.isFinite(a.getMax());
        double scale = a.getUnit().equals("%") ? 100 : 1;
        String unit = a.getUnit().isEmpty() ? "" : " " + a.getUnit();
        String from = low ? number(scale * a.getMin()) : "";
        String to = high ? number(scale * a.getMax()) : "";
        if (low && high) return from + " .. " + to + unit;
        return low ? "from " + from + unit : high ? "to " + to + unit : "";
    }

    private static String number(double x) {
        return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
    }

    private void collect(String path, List<Definition> members) {
        for (Definition d : members) {
            String own = path + d.getName();
            if (d instanceof MetricDefinition m) metric(own, m);
            if (d instanceof BlockDefinition b) collect(own + ".", b.getMembers());
        }
    }

    private void metric(String path, MetricDefinition m) {
        String formula =
                m.getFormula().isEmpty()
                        ? ""
                        : "[`%s`](../formulas.md#%s)".formatted(m.getFormula(), m.getFormula());
        String where = m.isStructural() ? "anywhere" : "in an evaluate";
        if (m.getMembers().isEmpty()) {
            metrics.add(
                    "| `%s` | %s | %s | %s | %s |\n"
                            .formatted(path, m.getUnit(), where, formula, m.getDocumentation()));
        }
        for (Definition inner : m.getMembers()) {
            if (inner instanceof MetricDefinition i) metric(path + "." + i.getName(), i);
        }
    }

    private void results() {
        if (metrics.isEmpty()) return;
        page.append("\n## Results\n\n");
        page.append("What is computed of it, for `let`, `require` and `infra explain`.\n\n");
        page.append("| metric | unit | may be used | formula | says |\n|---|---|---|---|---|\n");
        metrics.forEach(page::append);
    }

    private void cells(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Whether people write it; a block that only groups results is not. */
    private static boolean isWritten(Definition d) {
        return d instanceof AttributeDefinition
                || d instanceof BlockDefinition b && !b.isComputed();
    }
}
