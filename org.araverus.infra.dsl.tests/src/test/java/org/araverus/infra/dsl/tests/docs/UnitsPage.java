// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Text;
import org.araverus.infra.dsl.infra.UnitDeclaration;
import org.araverus.infra.dsl.units.Unit;
import org.araverus.infra.dsl.units.Units;
import org.araverus.infra.engine.units.Dimension;
import org.jspecify.annotations.Nullable;

/** The units of the library, by what they measure. */
final class UnitsPage {
    private static final String HEAD =
            """
            # Units

            A literal carries its unit: `400 Gbit/s`, `0.07 USD/kWh`, `300 W/m^2`. Any of these may be multiplied, divided and raised to a power, with no blank inside. They are declared in the language's own library, `araverus/units.infra`; a text may declare more: `unit rackful = 42 U`.

            """;

    private final Map<Dimension, List<String>> rows = new LinkedHashMap<>();
    private final Map<Dimension, String> quantities = new LinkedHashMap<>();
    private final List<String> qualifiers = new ArrayList<>();
    private final Units units = new Units();

    private UnitsPage() {}

    static String of(InfraFile library) {
        UnitsPage page = new UnitsPage();
        library.getElements().stream()
                .filter(UnitDeclaration.class::isInstance)
                .map(UnitDeclaration.class::cast)
                .forEach(page::add);
        return page.make();
    }

    private void add(UnitDeclaration d) {
        Unit unit = units.of(d);
        if (unit == null) throw new IllegalStateException(d.getName() + " has no value");
        if (annotation(d, "qualifier") != null) {
            qualifiers.add("| `%s` | %s |\n".formatted(d.getName(), number(unit.factor())));
            return;
        }
        Annotation quantity = annotation(d, "quantity");
        if (quantity != null && quantity.getArguments().get(0) instanceof Text t) {
            quantities.putIfAbsent(unit.dimension(), t.getValue());
        }
        rows.computeIfAbsent(unit.dimension(), x -> new ArrayList<>())
                .add("| `%s` | %s |\n".formatted(d.getName(), value(unit)));
    }

    private static @Nullable Annotation annotation(UnitDeclaration d, String name) {
        for (Annotation a : d.getAnnotations()) {
            if (name.equals(a.getDefinition().getName())) return a;
        }
        return null;
    }

    private static String value(Unit unit) {
        if (unit.offset() == 0) return number(unit.factor());
        return "%s, from %s K".formatted(number(unit.factor()), number(unit.offset()));
    }

    /** Twelve digits, so that 5 / 9 does not read as an accident of binary numbers. */
    private static String number(double x) {
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.11e", x));
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e7
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }

    private String make() {
        StringBuilder page = new StringBuilder(HEAD);
        rows.forEach(
                (dimension, lines) -> {
                    String name = quantities.getOrDefault(dimension, "pure numbers");
                    page.append("## ").append(name).append("\n\n| unit | in ");
                    page.append(dimension.isNone() ? "1" : dimension).append(" |\n|---|---|\n");
                    lines.forEach(page::append);
                    page.append('\n');
                });
        page.append("## qualifiers\n\nThey stand behind a unit and say which way of counting");
        page.append(" it is: `1.8 TB/s bidi`.\n\n| qualifier | factor |\n|---|---|\n");
        qualifiers.forEach(page::append);
        return page.toString();
    }
}
