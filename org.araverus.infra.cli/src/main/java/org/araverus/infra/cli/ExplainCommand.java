// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.cli.Usage.Parameter;
import org.araverus.infra.report.render.Page;

/** {@code infra explain}: a rule's page. */
final class ExplainCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                "infra explain",
                "Tells what a rule looks for, why, what is wrong and what is right.",
                List.of("Only rules are explained in this version; metrics are not."),
                List.of(
                        new Parameter(
                                "RULE-ID",
                                false,
                                false,
                                "what stands in brackets in a finding; without it, all rules are"
                                        + " listed")),
                List.of(),
                "",
                "Example:",
                "  infra explain rack-power-over-budget");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        String id = given.plain(0);
        if (id.isEmpty()) {
            terminal.out().print(list(RulePages.ids()));
            return ExitCode.FINE;
        }
        String page = RulePages.page(id).orElse(null);
        if (page == null) throw unknown(id);
        terminal.out().print(Page.write(page, terminal.outPaint()));
        return ExitCode.FINE;
    }

    private static UsageException unknown(String id) {
        String meant =
                Nearest.to(id, RulePages.ids()).map(r -> "; did you mean " + r + "?").orElse("");
        return new UsageException(
                "no rule " + id + (meant.isEmpty() ? "; infra explain lists the rules" : meant));
    }

    private static String list(List<String> ids) {
        int width = ids.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (String id : ids) {
            out.append(id).append(" ".repeat(width - id.length() + 3));
            out.append(RulePages.summary(id)).append('\n');
        }
        return out.toString();
    }
}
