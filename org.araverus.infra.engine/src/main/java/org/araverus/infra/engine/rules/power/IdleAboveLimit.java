// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules.power;

import org.araverus.infra.engine.design.Accelerator;
import org.araverus.infra.engine.design.Cpu;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Nic;
import org.araverus.infra.engine.design.Node;
import org.araverus.infra.engine.design.Switch;
import org.araverus.infra.engine.design.Value;
import org.araverus.infra.engine.finding.DesignRule;
import org.araverus.infra.engine.finding.Edit;
import org.araverus.infra.engine.finding.Findings;
import org.araverus.infra.engine.finding.Layer;
import org.araverus.infra.engine.finding.Rule;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.rules.Parts;
import org.araverus.infra.engine.rules.Say;
import org.araverus.infra.engine.units.Show;

/** What a device draws without work against the most it draws. */
@Rule(
        summary = "A device draws more without work than at its limit",
        severity = Severity.WARNING,
        layer = Layer.POWER,
        since = "0.1")
public final class IdleAboveLimit extends DesignRule<Element> {
    public IdleAboveLimit() {
        super(Element.class);
    }

    @Override
    public void check(Element device, Design design, Findings findings) {
        Value idle = idle(device);
        Value limit = Parts.rated(device);
        if (idle.isAbsent() || limit.isAbsent() || idle.si() <= limit.si()) {
            return;
        }
        String name = device instanceof Accelerator || device instanceof Cpu ? "limit" : "max";
        String low = Show.value(limit.si(), "W");
        String high = Show.value(idle.si(), "W");
        String message =
                "%s draws %s idle, %s above its %s of %s"
                        .formatted(
                                Say.kind(device),
                                high,
                                Show.value(idle.si() - limit.si(), "W"),
                                name,
                                low);
        findings.report(this, idle.origin(), message)
                .detail(name + " " + low, limit.origin())
                .fix(
                        "%s: %s idle: %s".formatted(name, high, low),
                        new Edit.Set(limit.origin(), high),
                        new Edit.Set(idle.origin(), low));
    }

    private static Value idle(Element device) {
        return switch (device) {
            case Accelerator a -> a.power().idle();
            case Cpu c -> c.power().idle();
            case Nic n -> n.power().idle();
            case Switch s -> s.power().idle();
            case Node n -> n.power().idle();
            default -> Value.absent(device.origin());
        };
    }
}
