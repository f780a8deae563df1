// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.completion;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.araverus.infra.dsl.infra.UnitDeclaration;
import org.araverus.infra.dsl.registry.AnnotationKind;
import org.araverus.infra.dsl.resource.Annotations;
import org.araverus.infra.dsl.units.Unit;
import org.araverus.infra.dsl.units.Units;
import org.araverus.infra.engine.units.Dimension;
import org.araverus.infra.engine.units.Show;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;

/** The units in which a value of some dimension can be written. */
final class UnitNames {
    private static final String POINT = "degC";

    private final Map<String, Unit> all = new TreeMap<>();

    /** All units that a place sees, by their simple names. */
    UnitNames(IScope scope) {
        Units units = new Units();
        for (IEObjectDescription d : scope.getAllElements())
            if (d.getName().getSegmentCount() == 1
                    && d.getEObjectOrProxy() instanceof UnitDeclaration u
                    && Annotations.of(u, AnnotationKind.QUALIFIER) == null) {
                Unit unit = units.of(u);
                if (unit != null && !unit.dimension().isNone()) all.put(u.getName(), unit);
            }
    }

    /**
     * Those of the unit's dimension, each with its rank: those in which results are shown come
     * first; of a quotient, every numerator over the denominators that are usual.
     */
    Map<String, Integer> fitting(String unit) {
        Map<String, Integer> ranked = new LinkedHashMap<>();
        if (unit.isEmpty() || unit.equals("1")) return ranked;
        int rank = Ranked.UNIT;
        for (String usual : Show.units(unit)) ranked.putIfAbsent(usual, rank--);
        if (unit.equals("%")) return ranked;
        int slash = unit.indexOf('/');
        if (slash < 0) {
            add(unit, "", ranked);
            return ranked;
        }
        Set<String> below = new LinkedHashSet<>();
        below.add(unit.substring(slash));
        for (String usual : Show.units(unit))
            if (usual.indexOf('/') > 0) below.add(usual.substring(usual.indexOf('/')));
        for (String b : below) add(unit.substring(0, slash), b, ranked);
        return ranked;
    }

    private void add(String of, String behind, Map<String, Integer> into) {
        // a temperature is a point on a scale, a difference of two is not
        boolean point = of.equals(POINT);
        Dimension wanted = Dimension.parse(point ? "K" : of);
        all.forEach(
                (name, u) -> {
                    if (u.dimension().equals(wanted) && point == (u.offset() != 0))
                        into.putIfAbsent(name + behind, Ranked.OTHER_UNIT);
                });
    }
}
