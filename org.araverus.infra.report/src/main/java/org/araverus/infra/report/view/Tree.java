// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation.Assumption;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.physics.Formula;
import org.araverus.infra.engine.physics.Formulas;

/**
 * How a number came to be. A number that several stand on is opened once; elsewhere it points
 * there.
 *
 * @param id unique in the report
 * @param formula id; empty for an input
 * @param text what the formula computes; of an input the law that it follows, if it is not given
 * @param seen id of the node that opens it; empty where this one does
 */
public record Tree(
        String id,
        String name,
        Quantity value,
        String formula,
        String text,
        Source source,
        String seen,
        List<Tree> inputs) {

    /** Trees of all metrics, in the order of their names. */
    static List<Tree> of(Scope s, String prefix) {
        Builder b = new Builder(s, prefix);
        List<Tree> all = new ArrayList<>();
        s.derivations().forEach((name, d) -> all.add(b.root(name, d)));
        return List.copyOf(all);
    }

    /** Whether there is something to open. */
    public boolean isOpen() {
        return !inputs.isEmpty();
    }

    private static final class Builder {
        private final Scope scope;
        private final String prefix;
        private final Map<Derivation, String> seen = new IdentityHashMap<>();
        private int next = 1;

        Builder(Scope scope, String prefix) {
            this.scope = scope;
            this.prefix = prefix;
        }

        /** A metric, in its own unit and with its interval. */
        Tree root(String name, Derivation d) {
            Tree t = node(name, d);
            Result r = scope.evaluation().metrics().get(name);
            if (r == null) return t;
            return new Tree(
                    t.id, name, Quantity.of(r), t.formula, t.text, t.source, t.seen, t.inputs);
        }

        Tree node(String name, Derivation d) {
            String before = d.inputs().isEmpty() ? null : seen.get(d);
            String id = before == null ? prefix + next++ : "";
            if (before == null) seen.put(d, id);
            List<Tree> inputs = new ArrayList<>();
            if (before == null)
                for (Derivation in : d.inputs())
                    if (!isNothing(in)) inputs.add(node(in.name(), in));
            String formula = d.formula() == null ? "" : d.formula();
            return new Tree(
                    id,
                    name,
                    Quantity.of(
                            d.value(), d.value() - d.spread(), d.value() + d.spread(), d.unit()),
                    formula,
                    formula.isEmpty() ? law(d) : text(formula),
                    source(d),
                    before == null ? "" : before,
                    inputs);
        }

        /** Where a sum begins. */
        private static boolean isNothing(Derivation d) {
            return d.value() == 0 && d.formula() == null && d.name().equals("0");
        }

        /** Where a text gives it, or the law that fills it in. */
        private Source source(Derivation d) {
            Origin o = d.origin();
            if (o == null) return Source.NONE;
            for (Assumption a : scope.evaluation().assumptions())
                if (a.origin().equals(o)) return new Source("assumed: " + a.law(), false, "");
            return scope.source(o);
        }

        private static String law(Derivation d) {
            return d.law() == null ? "" : d.law();
        }

        private static String text(String id) {
            Formula f = Formulas.of(id).formula();
            return f.text();
        }
    }
}
