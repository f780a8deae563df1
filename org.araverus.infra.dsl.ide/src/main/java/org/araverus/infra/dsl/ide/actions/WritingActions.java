// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.actions;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.ide.diagnostics.LspDiagnostics;
import org.araverus.infra.dsl.ide.imports.Imports;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.linking.InfraLinkingMessages;
import org.araverus.infra.dsl.parser.SyntaxMessages;
import org.araverus.infra.dsl.registry.Examples;
import org.araverus.infra.dsl.validation.InfraValidator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;

/** What to type where a name leads nowhere, an import, a sign or a value is missing. */
class WritingActions {
    @Inject private LspDiagnostics diagnostics;

    private record Fix(String title, Changes changes) {}

    List<CodeAction> of(Asked asked) {
        List<CodeAction> all = new ArrayList<>();
        for (Issue issue : diagnostics.ofLanguage(asked.resource())) {
            Integer offset = issue.getOffset();
            if (offset == null || !asked.touches(offset, offset + issue.getLength())) continue;
            Fix fix = fix(issue, asked);
            if (fix == null) continue;
            var shown = LspDiagnostics.of(issue);
            all.add(FindingActions.action(fix.title, fix.changes, shown, true));
        }
        return all;
    }

    /** All imports that are missing: what has one answer alone. */
    void all(Asked asked, Changes into) {
        Imports imports = new Imports(asked.resource());
        for (Issue issue : diagnostics.ofLanguage(asked.resource()))
            if (InfraLinkingMessages.MISSING_IMPORT.equals(issue.getCode()))
                into.add(imports.add(issue.getData()[0]));
    }

    private @Nullable Fix fix(Issue issue, Asked asked) {
        Changes changes = new Changes(asked, diagnostics);
        String meant = data(issue, 0);
        int offset = issue.getOffset();
        int length = issue.getLength();
        String code = issue.getCode() == null ? "" : issue.getCode();
        return switch (code) {
            case InfraLinkingMessages.MISSING_IMPORT ->
                    new Fix(
                            "import " + meant,
                            changes.add(new Imports(asked.resource()).add(meant)));
            case InfraLinkingMessages.UNKNOWN_NAME, InfraLinkingMessages.UNKNOWN_UNIT -> {
                if (meant.isEmpty()) yield null;
                String from = data(issue, 1);
                if (!from.isEmpty()) changes.add(new Imports(asked.resource()).add(from));
                yield new Fix(
                        from.isEmpty() ? meant : meant + ", import " + from,
                        changes.add(offset, length, meant));
            }
            case InfraValidator.UNKNOWN_IMPORT ->
                    meant.isEmpty()
                            ? null
                            : new Fix("import " + meant, changes.add(offset, length, meant));
            case InfraValidator.UNKNOWN_RULE ->
                    meant.isEmpty()
                            ? null
                            : new Fix(meant, changes.add(offset, length, "\"" + meant + "\""));
            case InfraValidator.STRAY_SIGN -> stray(asked, offset, length, changes);
            case SyntaxMessages.MISSING_BRACE -> brace(issue, asked, changes);
            case SyntaxMessages.MISSING_VALUE -> value(asked, offset, changes);
            default -> null;
        };
    }

    private static String data(Issue issue, int i) {
        String[] data = issue.getData();
        return data == null || i >= data.length || data[i] == null ? "" : data[i];
    }

    private static Fix stray(Asked asked, int offset, int length, Changes changes) {
        String sign = asked.text().substring(offset, offset + length);
        return at(asked, offset) instanceof Attribute
                ? new Fix("write a colon", changes.add(offset, length, ":"))
                : new Fix("remove the " + sign, changes.add(offset, length, ""));
    }

    /** Where the opening sign is missing; a closing one before the next element, or at the end. */
    private static Fix brace(Issue issue, Asked asked, Changes changes) {
        String sign = data(issue, 0);
        int end = issue.getOffset() + issue.getLength();
        if (!sign.isEmpty())
            return new Fix("add " + sign, changes.add(end, 0, sign.equals("{") ? " {" : sign));
        EObject next = at(asked, issue.getOffset());
        if (issue.getMessage().contains("before") && next != null) {
            int start = asked.lines().start(asked.lines().line(issue.getOffset()));
            return new Fix("add }", changes.add(start, 0, "}\n\n"));
        }
        boolean own = asked.text().endsWith("\n");
        return new Fix("add }", changes.add(asked.text().length(), 0, own ? "}\n" : "\n}\n"));
    }

    /** An attribute without a value gets that of the message. */
    private static @Nullable Fix value(Asked asked, int offset, Changes changes) {
        if (!(at(asked, offset) instanceof Attribute a)
                || a.getKey() == null
                || a.getKey().eIsProxy()
                || a.getValue() != null) return null;
        int colon = asked.text().indexOf(':', offset);
        return colon < 0
                ? null
                : new Fix(
                        Examples.of(a.getKey()),
                        changes.add(colon + 1, 0, " " + Examples.value(a.getKey())));
    }

    private static @Nullable EObject at(Asked asked, int offset) {
        ILeafNode leaf =
                NodeModelUtils.findLeafNodeAtOffset(
                        asked.resource().getParseResult().getRootNode(), offset);
        return leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
    }
}
