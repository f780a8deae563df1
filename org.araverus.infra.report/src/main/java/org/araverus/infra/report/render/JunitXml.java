// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.araverus.infra.engine.finding.Shown;

/**
 * Findings as JUnit XML, which build servers show as tests: a suite for each file, a case for each
 * finding. What fails a build fails, what is accepted is skipped with its reason, the rest passes
 * with a text.
 */
public final class JunitXml {
    private final Predicate<Shown> fails;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    private JunitXml(Predicate<Shown> fails) throws XMLStreamException {
        this.fails = fails;
        this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /**
     * The document.
     *
     * @param fails whether a finding fails a build
     */
    public static String write(List<Shown> findings, Predicate<Shown> fails) {
        try {
            JunitXml xml = new JunitXml(fails);
            xml.suites(findings);
            return xml.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
    }

    private void suites(List<Shown> findings) throws XMLStreamException {
        Map<String, List<Shown>> byFile = new TreeMap<>();
        for (Shown f : findings) {
            String file = f.place() == null ? "" : f.place().file();
            byFile.computeIfAbsent(file, k -> new ArrayList<>()).add(f);
        }
        out.writeStartDocument("UTF-8", "1.0");
        start(0, "testsuites");
        out.writeAttribute("name", "infra check");
        counts(findings);
        for (Map.Entry<String, List<Shown>> e : byFile.entrySet()) {
            start(1, "testsuite");
            out.writeAttribute("name", e.getKey());
            counts(e.getValue());
            for (Shown f : e.getValue()) testcase(f, e.getKey());
            end(1);
        }
        end(0);
        out.writeCharacters("\n");
    }

    private void counts(List<Shown> findings) throws XMLStreamException {
        long skipped = findings.stream().filter(f -> f.accepted() != null).count();
        long failed = findings.stream().filter(this::isFailure).count();
        out.writeAttribute("tests", String.valueOf(findings.size()));
        out.writeAttribute("failures", String.valueOf(failed));
        out.writeAttribute("skipped", String.valueOf(skipped));
    }

    private boolean isFailure(Shown f) {
        return f.accepted() == null && fails.test(f);
    }

    private void testcase(Shown f, String file) throws XMLStreamException {
        start(2, "testcase");
        out.writeAttribute("classname", f.rule());
        out.writeAttribute("name", clean(f.message()));
        if (f.place() != null) {
            out.writeAttribute("file", file);
            out.writeAttribute("line", String.valueOf(f.place().line()));
        }
        if (f.accepted() != null) {
            start(3, "skipped");
            out.writeAttribute("message", clean(f.accepted()));
            out.writeEndElement();
        } else if (fails.test(f)) {
            start(3, "failure");
            out.writeAttribute("type", FindingsText.word(f.severity()));
            out.writeAttribute("message", clean(f.message()));
            out.writeCharacters(clean(details(f)));
            out.writeEndElement();
        } else {
            start(3, "system-out");
            out.writeCharacters(clean(FindingsText.word(f.severity()) + "\n" + details(f)));
            out.writeEndElement();
        }
        end(2);
    }

    private static String details(Shown f) {
        StringBuilder all = new StringBuilder();
        for (Shown.Line d : f.details()) all.append("= ").append(d.text()).append('\n');
        for (Shown.Fix x : f.fixes()) all.append("fix: ").append(x.title()).append('\n');
        return all.toString();
    }

    /** Without the characters that XML 1.0 has no way to write. */
    private static String clean(String s) {
        return s.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }

    private void start(int depth, String name) throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
        out.writeStartElement(name);
    }

    private void end(int depth) throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
        out.writeEndElement();
    }
}
