// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ATTRIBUTE__ASSIGNED;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ATTRIBUTE__KEY;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.REFERABLE__NAME;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araverus.infra.dsl.infra.Access;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.AttributeDefinition;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Junk;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Require;
import org.araverus.infra.dsl.infra.Run;
import org.araverus.infra.dsl.infra.Setting;
import org.araverus.infra.dsl.infra.Without;
import org.araverus.infra.dsl.linking.Distance;
import org.araverus.infra.dsl.parser.SyntaxMessages;
import org.araverus.infra.dsl.parser.Words;
import org.araverus.infra.dsl.registry.Examples;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.resource.Library;
import org.araverus.infra.dsl.resource.SyntaxLines;
import org.araverus.infra.dsl.scoping.InfraScopeProvider;
import org.araverus.infra.engine.registry.Schema;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;

/** What the error productions of the grammar let through: something missing or too much. */
class WritingChecks extends Checks {
    /** A sign that means nothing where it stands. */
    static final String STRAY_SIGN = InfraValidator.STRAY_SIGN;

    /** A member or element where none of its sort belongs. */
    static final String MISPLACED = "misplaced";

    /** {@code explore SizeIt {}. */
    private static final Pattern LIKE_ELEMENT = Pattern.compile("([a-z_]+)\\s+\\w+[^:\\n]*\\{");

    private static final SortedSet<String> KINDS =
            new TreeSet<>(Schema.builtIn().keywordsAnd("project", "unit"));

    /** From so many letters on a word is another one. */
    private static final int FAR = 3;

    @Inject private Library library;
    @Inject private SyntaxLines lines;

    // ---- missing

    @Check
    public void attribute(Attribute a) {
        if (a.isAssigned())
            error(
                    "an attribute is written with a colon:  NAME: VALUE",
                    a,
                    ATTRIBUTE__ASSIGNED,
                    STRAY_SIGN);
        if (a.getValue() != null || lines.hasError(a)) return;
        AttributeDefinition key = a.getKey();
        if (key != null && !key.eIsProxy())
            error(
                    library.registry().attributePath(key)
                            + " has no value; write for example  "
                            + Examples.of(key),
                    a,
                    ATTRIBUTE__KEY,
                    SyntaxMessages.MISSING_VALUE);
    }

    @Check
    public void part(Part p) {
        if (p.getType() == null && !lines.hasError(p))
            error(
                    "a part is written  " + p.getName() + ": 8 x TYPE",
                    p,
                    REFERABLE__NAME,
                    SyntaxMessages.MISSING_NAME);
    }

    @Check
    public void access(Access a) {
        if (a.getMember() == null && !lines.hasError(a))
            error("a name is missing behind the dot", a, null, SyntaxMessages.MISSING_NAME);
    }

    @Check
    public void run(Run r) {
        if ((r.getLoad() == null || r.getHost() == null) && !lines.hasError(r))
            error(
                    "a placement is written  run WORKLOAD on CLUSTER",
                    r,
                    null,
                    SyntaxMessages.MISSING_NAME);
    }

    @Check
    public void require(Require r) {
        if (r.getCondition() == null)
            missing(r, "a requirement is written  require VALUE <= VALUE");
    }

    @Check
    public void let(Let l) {
        if (l.getValue() == null && l.getName() != null)
            missing(l, l.getName() + " has no value; write  let " + l.getName() + " = VALUE");
    }

    @Check
    public void without(Without w) {
        if (w.getRole() == null) missing(w, "an inherited part is removed by  without ROLE");
    }

    @Check
    public void overrideAt(OverrideAt o) {
        if (o.getValue() != null) return;
        AttributeDefinition a = InfraScopeProvider.valued(o);
        missing(
                o,
                a == null
                        ? "this attribute has no value"
                        : a.getName() + " has no value; write for example  " + Examples.of(a));
    }

    @Check
    public void setting(Setting s) {
        if (s.getValue() != null) return;
        AttributeDefinition a = InfraScopeProvider.valued(s);
        missing(
                s,
                "this setting has no value; write for example  \"…\": "
                        + (a == null ? "VALUE" : Examples.value(a)));
    }

    private void missing(EObject member, String message) {
        if (!lines.hasError(member)) error(message, member, null, SyntaxMessages.MISSING_VALUE);
    }

    // ---- too much

    /** One message for a line, and none where the parser has already spoken. */
    @Check
    public void junk(Junk j) {
        EObject before = lines.before(j);
        if (lines.hasError(j) || before instanceof Junk || j.getToken() == null) return;
        String token = j.getToken();
        if (before instanceof Let && token.equals("=")) return; // it has no value: said above
        if (Words.isLimited(token) && !lines.isStray(j))
            error(SyntaxMessages.TOO_DEEP_MESSAGE, j, null, SyntaxMessages.TOO_DEEP);
        else if (token.startsWith("/*"))
            error(SyntaxMessages.UNCLOSED_COMMENT, j, null, SyntaxMessages.UNCLOSED_TEXT);
        else if (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_')
            error(
                    token + " has no value; write  " + token + ": VALUE",
                    j,
                    null,
                    SyntaxMessages.MISSING_VALUE);
        else if (Character.isDigit(token.charAt(0)) || token.charAt(0) == '"')
            error(
                    token + " belongs to no attribute; write  NAME: " + token,
                    j,
                    null,
                    SyntaxMessages.UNEXPECTED_TEXT);
        else if (!token.equals("}") || !lines.braceMissingBefore(j))
            error("no " + token + " is needed here", j, null, STRAY_SIGN);
    }

    @Check
    public void strays(InfraFile file) {
        List<? extends EObject> strays = file.getStrays();
        for (int i = 0; i < strays.size(); i++)
            if (i == 0
                    || NodeModelUtils.findActualNodeFor(strays.get(i - 1)).getEndLine() + 1
                            < NodeModelUtils.findActualNodeFor(strays.get(i)).getStartLine())
                error(outside(strays.get(i)), strays.get(i), null, MISPLACED);
    }

    /** What begins as an element of no kind does, or else what belongs into one. */
    private static String outside(EObject stray) {
        Matcher m =
                LIKE_ELEMENT.matcher(NodeModelUtils.getTokenText(NodeModelUtils.getNode(stray)));
        if (!m.lookingAt()) return "this stands outside of any element";
        String kind = m.group(1);
        Comparator<String> near =
                Comparator.<String>comparingInt(k -> Distance.between(kind, k, FAR))
                        .thenComparing(Comparator.naturalOrder());
        return KINDS.stream()
                .filter(k -> Distance.between(kind, k, FAR) < Math.min(FAR, kind.length() - 1))
                .min(near)
                .map(k -> "there is no kind %s; did you mean %s?".formatted(kind, k))
                .orElse(
                        "there is no kind %s; there are %s"
                                .formatted(kind, String.join(", ", KINDS)));
    }

    /** One brace is missing before the first of the elements that a body holds; the rest follow. */
    @Check
    public void nested(InfraFile file) {
        for (Element e : Elements.of(file.eResource()))
            if (e.eContainer() != file && Elements.nested(e.eContainer()).get(0) == e)
                error(
                        "a } is missing before "
                                + Elements.kind(e)
                                + (e.getName() == null ? "" : " " + e.getName()),
                        e,
                        REFERABLE__NAME,
                        SyntaxMessages.MISSING_BRACE);
    }
}
