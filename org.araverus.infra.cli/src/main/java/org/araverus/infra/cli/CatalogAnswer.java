// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.List;
import org.araverus.infra.dsl.resource.Catalog.Entry;
import org.araverus.infra.report.render.PartJson;
import org.araverus.infra.report.render.PartPage;
import org.araverus.infra.report.render.PartTable;
import org.araverus.infra.report.render.PartText;

/** What the catalog answers: a table, or one part. */
final class CatalogAnswer {
    private CatalogAnswer() {}

    static int print(Given given, Terminal terminal) throws UsageException {
        boolean json = given.value("--format").equals("json");
        String name = given.plain(0);
        CatalogSearch found = CatalogSearch.of(name);
        if (found.isEmpty())
            throw new UsageException(
                    "the catalog has nothing like " + name + "; infra catalog lists what it has");
        if (!found.said().isEmpty()) terminal.err().println("infra: " + found.said());
        if (found.isList()) {
            List<PartTable.Line> lines = found.entries().stream().map(CatalogAnswer::line).toList();
            terminal.out()
                    .print(
                            json
                                    ? PartJson.list(lines)
                                    : PartTable.write(
                                            lines, terminal.outPaint(), terminal.glyphs()));
        } else {
            PartPage page = PartReader.read(found.entries().getFirst());
            terminal.out()
                    .print(json ? PartJson.page(page) : PartText.write(page, terminal.outPaint()));
        }
        return ExitCode.FINE;
    }

    private static PartTable.Line line(Entry e) {
        return new PartTable.Line(e.packageName(), e.kind(), e.simpleName(), e.doc(), e.aliases());
    }
}
