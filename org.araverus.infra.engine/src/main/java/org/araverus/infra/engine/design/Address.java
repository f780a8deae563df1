// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of instances: {@code Factory.racks[0..31]}, {@code Factory.racks[3].nodes[1]}. Without an
 * index a step means all.
 */
public record Address(String element, List<Step> steps) {
    /** One role; the bounds count from 0 and are inclusive, to = -1 means all. */
    public record Step(String role, long from, long to) {
        public boolean all() {
            return to < 0;
        }
    }

    public Address {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder(element);
        for (Step step : steps) {
            s.append('.').append(step.role);
            if (!step.all())
                s.append('[')
                        .append(step.from)
                        .append(step.to == step.from ? "" : ".." + step.to)
                        .append(']');
        }
        return s.toString();
    }

    /** The same address one role deeper. */
    public Address step(String role, long from, long to) {
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step(role, from, to));
        return new Address(element, all);
    }
}
