// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

/** How people speak of a resource that may hold something back: more of a rate, less of a delay. */
record Resource(String name) {

    private boolean isDelay() {
        return name.endsWith("latency") || name.endsWith("overhead");
    }

    /** A hundredth better. */
    String aHundredth() {
        return isDelay() ? "-1 %" : "+1 %";
    }

    /** So many times better. */
    String times(String factor) {
        if (isDelay()) return name + " is " + factor + " times less";
        boolean rate = name.endsWith("bandwidth");
        return name + " is " + factor + (rate ? " times as much" : " times faster");
    }

    /** Where it stands in the way no more. */
    String outOfTheWay() {
        return isDelay() ? "without " + name : "with unlimited " + name;
    }
}
