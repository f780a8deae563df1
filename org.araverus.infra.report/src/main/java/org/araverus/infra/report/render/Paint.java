// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

/** Colours, or none. */
public enum Paint {
    OFF,
    ON;

    /** What a stretch of text is, so that all answers look alike. */
    public enum Style {
        ERROR("1;31"),
        DANGER("1;35"),
        WARNING("1;33"),
        NOTE("1;36"),
        GOOD("1;32"),
        STRONG("1"),
        QUIET("2"),
        FRAME("36"),
        FIX("32"),
        BAR("36");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    /** The text in a style; as it is where there are no colours or nothing to colour. */
    public String of(Style style, String text) {
        return this == OFF || text.isEmpty() ? text : "\033[" + style.code + "m" + text + "\033[0m";
    }
}
