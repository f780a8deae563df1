// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.ATTRIBUTE__VALUE;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.REFERABLE__NAME;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.SETTING__KEY;

import com.google.inject.Inject;
import java.lang.module.ModuleDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.ProjectDeclaration;
import org.araverus.infra.dsl.infra.Setting;
import org.araverus.infra.dsl.infra.Text;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.workspace.Versions;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;

/** The project file: one project, in a file of its name, of a version and with rules that exist. */
class ProjectChecks extends Checks {
    /** The name of the file. */
    static final String FILE = "project.infra";

    /** A version that this tool does not have. */
    static final String UNKNOWN_VERSION = "unknown-version";

    @Inject private RuleIds rules;

    @Check
    public void place(ProjectDeclaration p) {
        URI uri = p.eResource().getURI();
        if (!FILE.equals(uri.lastSegment()))
            error(
                    "a project stands in a file " + FILE,
                    p,
                    REFERABLE__NAME,
                    WritingChecks.MISPLACED);
        else if (Elements.of(p.eResource()).stream()
                        .filter(ProjectDeclaration.class::isInstance)
                        .findFirst()
                        .orElse(p)
                != p)
            error("a file holds one project", p, REFERABLE__NAME, NameChecks.DUPLICATE_NAME);
    }

    @Check
    public void version(Attribute a) {
        if (!(a.eContainer() instanceof ProjectDeclaration)
                || a.getKey() == null
                || a.getKey().eIsProxy()
                || !(a.getValue() instanceof Text t)) return;
        String stated = t.getValue();
        if (a.getKey().getName().equals("language") && !isKnown(stated))
            error(
                    "language " + stated + " is not known; this one is " + Versions.LANGUAGE,
                    a,
                    ATTRIBUTE__VALUE,
                    UNKNOWN_VERSION,
                    Versions.LANGUAGE);
        else if (a.getKey().getName().equals("catalog") && !stated.equals(Versions.CATALOG))
            warning(
                    "catalog "
                            + stated
                            + " is stated, this one is "
                            + Versions.CATALOG
                            + "; its figures may differ",
                    a,
                    ATTRIBUTE__VALUE,
                    UNKNOWN_VERSION,
                    Versions.CATALOG);
    }

    /** Whether a version is one of numbers and not after this one. */
    private static boolean isKnown(String version) {
        if (!version.matches("\\d{1,4}(\\.\\d{1,4}){1,2}")) return false;
        return ModuleDescriptor.Version.parse(version)
                        .compareTo(ModuleDescriptor.Version.parse(Versions.LANGUAGE))
                <= 0;
    }

    @Check
    public void settings(Block b) {
        if (b.getDefinition() == null
                || b.getDefinition().eIsProxy()
                || !b.getDefinition().isKeyed()) return;
        Map<String, Setting> seen = new HashMap<>();
        for (Setting s : settingsOf(b)) {
            RuleIds.Unknown unknown = rules.unknown(s.getKey(), s);
            Setting first = seen.putIfAbsent(s.getKey(), s);
            if (unknown != null)
                error(unknown.message(), s, SETTING__KEY, RuleIds.UNKNOWN_RULE, unknown.meant());
            else if (first != null)
                error(
                        s.getKey()
                                + " stands here twice; the other one is in line "
                                + NodeModelUtils.findActualNodeFor(first).getStartLine(),
                        s,
                        SETTING__KEY,
                        NameChecks.DUPLICATE_ATTRIBUTE);
        }
    }

    private static List<Setting> settingsOf(Block b) {
        return b.getMembers().stream()
                .filter(Setting.class::isInstance)
                .map(Setting.class::cast)
                .filter(s -> s.getKey() != null)
                .toList();
    }
}
