// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;

/** {@code infra catalog}: the parts that the language brings along. */
final class CatalogCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                "infra catalog",
                "Lists the parts of the catalog, or shows one with the sources of its figures.",
                List.of(
                        "Every figure has its unit and its source; what nobody has checked is"
                                + " marked unverified.",
                        "A name need not be exact: aliases, parts of names and small slips are"
                                + " understood."),
                List.of(
                        new Parameter(
                                "NAME",
                                false,
                                false,
                                "a part by name or alias, a kind, or a package; else all parts")),
                List.of(
                        Option.oneOf(
                                "--format",
                                "FORMAT",
                                "text (the default) or json",
                                "text",
                                "json")),
                "",
                "Examples:",
                "  infra catalog                  all parts, by package",
                "  infra catalog model            all models",
                "  infra catalog araverus.nvidia  all parts of a package",
                "  infra catalog b200             whatever has B200 in its name",
                "  infra catalog GB200_NVL72      a rack: what it is built of, what it draws",
                "  infra catalog Llama-3.1-405B   a model by the name that others give it");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        // The language is loaded for this command alone.
        return CatalogAnswer.print(given, terminal);
    }
}
