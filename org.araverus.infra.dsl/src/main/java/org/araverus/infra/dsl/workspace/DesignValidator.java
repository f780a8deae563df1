// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import com.google.inject.Inject;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.validation.InfraValidator;
import org.araverus.infra.engine.design.Place;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** What compiler and design rules say, for editors: the same diagnostics as the command's. */
public class DesignValidator extends InfraValidator {
    @Inject private Findings findings;

    /** Not fast: a workspace that checks everything asks for it itself. */
    @Check(CheckType.NORMAL)
    public void design(InfraFile file) {
        if (!(file.eResource() instanceof XtextResource r) || r.getParseResult() == null) return;
        Enclosing around = new Enclosing(r, r.getParseResult().getRootNode().getText());
        for (Diagnostic d : findings.of(r)) say(file, d, around);
    }

    private void say(InfraFile file, Diagnostic d, Enclosing around) {
        Place p = d.place();
        if (p == null) return;
        int offset = around.offset(p);
        switch (d.severity()) {
            case ERROR ->
                    getMessageAcceptor()
                            .acceptError(d.message(), file, offset, p.length(), d.code());
            case DANGER, WARNING ->
                    getMessageAcceptor()
                            .acceptWarning(d.message(), file, offset, p.length(), d.code());
            case NOTE ->
                    getMessageAcceptor()
                            .acceptInfo(d.message(), file, offset, p.length(), d.code());
        }
    }
}
