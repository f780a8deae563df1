// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.araverus.infra.report.view.Document;

/** Writes a report as HTML. */
public final class HtmlReport {
    private static final String TEMPLATES = "org.araverus.infra.report.html.templates";

    private HtmlReport() {}

    /** The file; the same document gives the same bytes. */
    public static String write(Document document) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(
                        null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        TemplateOutput out = new StringOutput();
        engine.render(
                "page.jte",
                Map.of(
                        "document",
                        document,
                        "assets",
                        Assets.load(),
                        "charts",
                        Charts.json(document)),
                out);
        return out.toString();
    }
}
