// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ATTRIBUTE__VALUE;

import org.araverus.infra.dsl.infra.Accelerator;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Component;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.validation.TextFinding.Change;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;

/** Rates of both directions together where one direction is meant. */
@Rule(
        summary = "A rate is twice what its links or ports give in one direction",
        severity = Severity.WARNING,
        layer = Layer.TEXT,
        since = "0.1")
public final class DirectionSlip extends TextRule {
    private static final double BOTH = 2;
    private static final double NEAR = 0.01;

    @Override
    public void check(InfraFile file, TextFindings findings) {
        Rates rates = new Rates();
        for (Links l : Links.of(file, rates))
            // figures of both directions are printed in bytes; 800 Gbit/s is another generation
            if (l.rate().inBytes() && isTwice(l.rate(), l.port().si()))
                report(
                        l.link(),
                        l.rate(),
                        "%s is twice the %s of %s ports in one direction"
                                .formatted(
                                        l.rate().text(), l.port().text(), l.switchType().getName()),
                        l.port(),
                        findings);
        for (Element e : Elements.of(file.eResource()))
            if (e instanceof Component) devices(e, rates, findings);
    }

    /** The accelerators that an element joins by a scale-up topology. */
    private void devices(Element box, Rates rates, TextFindings findings) {
        Element topology = Rates.element(Rates.value(box, "scale_up"));
        Element link = Rates.element(Rates.value(topology, "link"));
        Rates.Rate one = rates.of(link, "bandwidth");
        if (one == null) return;
        for (Part p : Rates.parts(box)) {
            if (!(p.getType() instanceof Accelerator device)) continue;
            Rates.Rate all = rates.of(device, "scale_up", "bandwidth");
            double links = Rates.number(device, "scale_up", "links");
            if (all == null || !isTwice(all, links * one.si())) continue;
            EObject typed = all.literal().eContainer();
            EObject shown = typed.eResource() == box.eResource() ? typed : p;
            String message =
                    "%s of %s is twice its %.0f links of %s in one direction"
                            .formatted(all.text(), device.getName(), links, one.text());
            report(shown, all, message, one, findings);
        }
    }

    private static boolean isTwice(Rates.Rate rate, double oneDirection) {
        return rate.literal().getQualifier() == null
                && Math.abs(rate.si() / (BOTH * oneDirection) - 1) <= NEAR;
    }

    private void report(
            EObject at, Rates.Rate rate, String message, Rates.Rate other, TextFindings findings) {
        var draft =
                findings.report(
                        this, at, at instanceof Attribute ? ATTRIBUTE__VALUE : null, message);
        draft.detail(other.text() + " in one direction", other.literal());
        ICompositeNode node = NodeModelUtils.findActualNodeFor(rate.literal());
        if (node != null && rate.literal().eResource() == at.eResource())
            draft.fix(rate.text() + " bidi", new Change(end(node), 0, " bidi"));
    }

    private static int end(@Nullable ICompositeNode node) {
        return node == null ? 0 : node.getEndOffset();
    }
}
