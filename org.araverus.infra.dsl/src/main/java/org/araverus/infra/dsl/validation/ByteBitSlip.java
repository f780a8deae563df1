// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ATTRIBUTE__VALUE;

import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.UnitDeclaration;
import org.araverus.infra.dsl.validation.TextFinding.Change;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.units.Show;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Links whose rate is eight times that of a switch's port, or an eighth of it. */
@Rule(
        summary = "A link's rate is eight times that of its switch's ports, or an eighth of it",
        severity = Severity.WARNING,
        layer = Layer.TEXT,
        since = "0.1")
public final class ByteBitSlip extends TextRule {
    private static final double BITS = 8;
    private static final double NEAR = 0.01;

    @Override
    public void check(InfraFile file, TextFindings findings) {
        for (Links l : Links.of(file, new Rates())) {
            double ratio = l.rate().si() / l.port().si();
            boolean bytes = l.rate().inBytes();
            if (Math.abs(ratio / (bytes ? BITS : 1 / BITS) - 1) > NEAR) continue;
            String message =
                    "%s is %s; %s ports run at %s"
                            .formatted(
                                    l.rate().text(),
                                    in(l.rate().si(), bytes),
                                    l.switchType().getName(),
                                    in(l.port().si(), bytes));
            var draft =
                    findings.report(this, l.link(), ATTRIBUTE__VALUE, message)
                            .detail(
                                    l.switchType().getName() + " ports: " + l.port().text(),
                                    l.port().literal());
            if (l.type() != null)
                draft.detail(l.type().getName() + ": " + l.rate().text(), l.rate().literal());
            if (l.isTypedHere()) fix(l, draft);
        }
    }

    /** In bits, which networks are sold in, or in bytes: 3200 Gbit/s, 400 GB/s. */
    private static String in(double si, boolean bits) {
        double giga = bits ? si * BITS / 1e9 : si / 1e9;
        return Show.digits(giga).replace("_", "") + (bits ? " Gbit/s" : " GB/s");
    }

    /** The same prefix with the other unit: {@code GB} for {@code Gbit}. */
    private static void fix(Links l, TextFindings.Draft draft) {
        Quantity q = l.rate().literal();
        UnitDeclaration unit = q.getFactors().get(0).getUnit();
        ICompositeNode at = NodeModelUtils.findActualNodeFor(q.getFactors().get(0));
        String name = unit.getName();
        String other =
                l.rate().inBytes()
                        ? name.substring(0, name.length() - 1) + "bit"
                        : name.substring(0, name.length() - "bit".length()) + "B";
        if (at == null || !l.rate().text().contains(name)) return;
        draft.fix(
                l.rate().text().replace(name, other),
                new Change(at.getOffset(), name.length(), other));
    }
}
