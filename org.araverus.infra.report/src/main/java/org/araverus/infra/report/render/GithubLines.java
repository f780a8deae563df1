// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.List;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Severity;
import org.araverus.infra.engine.finding.Shown;

/**
 * Findings as workflow commands, one a line, which a build on GitHub turns into annotations at the
 * lines of a change.
 */
public final class GithubLines {
    private GithubLines() {}

    /** One line for each finding; reasons and fixes follow the message inside it. */
    public static String write(List<Shown> findings) {
        StringBuilder out = new StringBuilder();
        for (Shown f : findings) {
            out.append("::").append(level(f.severity())).append(' ');
            Place p = f.place();
            if (p != null) {
                int end = p.column() + Math.max(1, p.length()) - 1;
                out.append("file=").append(property(p.file())).append(",line=").append(p.line());
                out.append(",col=").append(p.column()).append(",endColumn=").append(end);
                out.append(',');
            }
            out.append("title=").append(property(f.rule()));
            out.append("::").append(data(message(f))).append('\n');
        }
        return out.toString();
    }

    private static String message(Shown f) {
        StringBuilder text = new StringBuilder(f.message());
        for (Shown.Line d : f.details()) text.append("\n= ").append(d.text());
        for (Shown.Fix x : f.fixes()) text.append("\nfix: ").append(x.title());
        return text.toString();
    }

    private static String level(Severity s) {
        return switch (s) {
            case NOTE -> "notice";
            case WARNING, DANGER -> "warning";
            case ERROR -> "error";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
