// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.model;

import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Model;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.structure.ModelParameters;
import org.araverus.infra.engine.units.Show;

/**
 * The parameters that follow from the sizes of a model against those that its makers print: a
 * difference of more than 1 % is a size mistyped, or one that the sizes cannot say.
 */
@Rule(
        summary = "The sizes of a model come to other parameters than its makers print",
        severity = Severity.WARNING,
        layer = Layer.MODEL,
        since = "0.1")
public final class PublishedParametersDiffer extends DesignRule<Model> {
    public PublishedParametersDiffer() {
        super(Model.class);
    }

    /** The difference that roundings of printed numbers explain. */
    private static final double MOST = 0.01;

    @Override
    public void check(Model model, Design design, Findings findings) {
        Value published = model.published().parameters();
        double printed = published.si();
        double computed = ModelParameters.total(model);
        double off = computed / printed - 1;
        if (Math.abs(off) <= MOST) {
            return;
        }
        String message =
                "sizes of %s come to %s parameters, %s %s than the %s that are printed"
                        .formatted(
                                Say.kind(model),
                                Say.billions(computed),
                                Show.value(Math.abs(off), "%"),
                                off > 0 ? "more" : "fewer",
                                Say.billions(printed));
        findings.report(this, published.origin(), message)
                .detail(sizes(model), model.layers().origin());
    }

    /** Those that the count begins with; a model of experts alone has no width of an MLP. */
    private static String sizes(Model m) {
        String ffn = m.ffn().isKnown() ? "ffn %s, ".formatted(Say.count(m.ffn().si())) : "";
        return "layers %s, hidden %s, %svocab %s"
                .formatted(
                        Say.count(m.layers().si()),
                        Say.count(m.hidden().si()),
                        ffn,
                        Say.count(m.vocab().si()));
    }
}
