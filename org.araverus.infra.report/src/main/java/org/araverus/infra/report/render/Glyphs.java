// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

/** Signs beyond ASCII, with what stands for them where a terminal cannot show them. */
public enum Glyphs {
    UNICODE("·", "…"),
    ASCII(",", "...");

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private final String dot;
    private final String ellipsis;

    Glyphs(String dot, String ellipsis) {
        this.dot = dot;
        this.ellipsis = ellipsis;
    }

    /** Between things of one rank: {@code tp 8 · pp 4}, or {@code tp 8, pp 4}. */
    public String join(Iterable<String> things) {
        return String.join(this == ASCII ? dot + " " : " " + dot + " ", things);
    }

    /** Before a thing in a tree: one of several, or the last one. */
    public String branch(boolean last) {
        if (this == ASCII) return last ? "`- " : "|- ";
        return last ? "└─ " : "├─ ";
    }

    /** Before what lies below a thing in a tree. */
    public String trunk(boolean last) {
        return last ? "   " : this == ASCII ? "|  " : "│  ";
    }

    public String ellipsis() {
        return ellipsis;
    }

    /**
     * A bar.
     *
     * @param cells its length; anything above zero leaves at least a trace
     */
    public String bar(double cells) {
        if (!(cells > 0)) return "";
        if (this == ASCII) return "#".repeat((int) Math.max(1, Math.round(cells)));
        long eighths = Math.max(1, Math.round(cells * 8));
        int rest = (int) (eighths % 8);
        return "█".repeat((int) (eighths / 8)) + (rest == 0 ? "" : EIGHTHS.charAt(rest));
    }
}
