// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.cli.render.Page;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code infra explain}: a rule's page. */
final class ExplainCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("infra explain");
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("RULE-ID")
                        .arity("0..1")
                        .type(String.class)
                        .description(
                                "what stands in brackets in a finding; without it, the list of"
                                        + " rules")
                        .build());
        Terminal.addOptions(spec);
        spec.usageMessage()
                .description(
                        "Tells what a rule looks for, why, what is wrong and what is right.",
                        "Only rules are explained in this version; metrics are not.")
                .footer("", "Example:", "  infra explain rack-power-over-budget");
        return spec;
    }

    @Override
    public int run(ParseResult given, Terminal terminal) throws UsageException {
        String id = given.matchedPositionalValue(0, "");
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
