// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.cost;

import java.util.List;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Parts;
import org.araverus.infra.engine.rules.Prices;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/**
 * The price of a node or rack, parts included, against the sum of its parts. Parts without a price
 * count nothing: the sum is a floor.
 */
@Rule(
        summary = "A box costs less than the parts inside it",
        severity = Severity.WARNING,
        layer = Layer.COST,
        since = "0.1")
public final class PriceBelowParts extends DesignRule<Element> {
    public PriceBelowParts() {
        super(Element.class);
    }

    @Override
    public void check(Element box, Design design, Findings findings) {
        Value price = Prices.own(box);
        if (box.header().parts().isEmpty() || price.isAbsent()) {
            return;
        }
        List<Parts.Item> priced = Prices.priced(box, design);
        double sum = priced.stream().mapToDouble(i -> i.count() * Prices.own(i.type()).si()).sum();
        if (sum <= price.si()) {
            return;
        }
        String message =
                "%s costs %s, %s less than its parts, %s together"
                        .formatted(
                                Say.kind(box),
                                Show.value(price.si(), "USD"),
                                Show.value(sum - price.si(), "USD"),
                                Show.value(sum, "USD"));
        Findings.Draft finding = findings.report(this, price.origin(), message);
        for (Parts.Item i : priced) {
            Value one = Prices.own(i.type());
            String text = Say.parts(i.count(), i.type()) + " at " + Show.value(one.si(), "USD");
            finding.detail(text, one.origin());
        }
        finding.fix("without price", new Edit.Unset(price.origin()));
    }
}
