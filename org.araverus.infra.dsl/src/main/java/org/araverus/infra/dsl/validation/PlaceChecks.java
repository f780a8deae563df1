// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.validation;

import static org.araverus.infra.dsl.infra.InfraPackage.Literals.PART__TYPE;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.QUANTITY__QUALIFIER;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.REFERABLE__NAME;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.RUN__HOST;
import static org.araverus.infra.dsl.infra.InfraPackage.Literals.SETTING__KEY;

import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Cluster;
import org.araverus.infra.dsl.infra.Component;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Evaluate;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Node;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.Rack;
import org.araverus.infra.dsl.infra.Referable;
import org.araverus.infra.dsl.infra.Require;
import org.araverus.infra.dsl.infra.Run;
import org.araverus.infra.dsl.infra.Setting;
import org.araverus.infra.dsl.infra.Site;
import org.araverus.infra.dsl.infra.UnitDeclaration;
import org.araverus.infra.dsl.infra.Without;
import org.araverus.infra.dsl.infra.Workload;
import org.araverus.infra.dsl.registry.AnnotationKind;
import org.araverus.infra.dsl.resource.Annotations;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.dsl.scoping.InfraScopeProvider;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** What stands where it means nothing: the grammar takes any member in any body. */
class PlaceChecks extends Checks {
    /** Kinds that hold parts, and which. */
    static final Map<String, List<String>> PARTS =
            Map.of(
                    "cluster", List.of("rack", "node", "switch"),
                    "rack", List.of("node", "switch", "accelerator", "cpu", "nic"),
                    "node", List.of("accelerator", "cpu", "nic", "switch", "node"),
                    "topology", List.of("switch"));

    private static final String WRONG_KIND = "wrong-kind";

    @Check
    public void part(Part p) {
        EObject body = p.eContainer();
        if (body instanceof InfraFile) return;
        String kind = body instanceof Declaration ? Elements.kind(body) : "";
        List<String> types = PARTS.get(kind);
        if (types == null) {
            error(
                    (kind.isEmpty() ? "a block" : article(kind)) + " holds no parts",
                    p,
                    REFERABLE__NAME,
                    WritingChecks.MISPLACED);
            return;
        }
        Component type = p.getType();
        if (type == null || type.eIsProxy() || types.contains(Elements.kind(type))) return;
        error(
                type.getName()
                        + " is "
                        + article(Elements.kind(type))
                        + "; "
                        + article(kind)
                        + " holds "
                        + String.join(", ", types),
                p,
                PART__TYPE,
                WRONG_KIND);
    }

    @Check
    public void run(Run r) {
        if (r.getLoad() == null || r.getHost() == null) return;
        if (isMisplaced(r) || !(r.eContainer() instanceof Evaluate)) {
            misplaced(r, r.eContainer() instanceof Evaluate, "a run belongs in an evaluate");
            return;
        }
        Referable host = InfraScopeProvider.targetOf(r.getHost());
        if (host == null || host instanceof Part || isHost(host)) return;
        String kind = host instanceof Declaration ? article(Elements.kind(host)) : "no host";
        error(
                host.getName() + " is " + kind + "; a workload runs on a cluster, a rack or a node",
                r,
                RUN__HOST,
                WRONG_KIND);
    }

    private static boolean isHost(Referable host) {
        return host instanceof Component && !(host instanceof Site);
    }

    @Check
    public void require(Require r) {
        if (r.getCondition() == null) return;
        EObject body = r.eContainer();
        misplaced(
                r,
                body instanceof Evaluate || body instanceof Workload,
                "a requirement belongs in a workload or an evaluate");
    }

    @Check
    public void without(Without w) {
        if (w.getRole() == null) return;
        EObject body = w.eContainer();
        misplaced(
                w,
                body instanceof Declaration && Elements.superOf((Declaration) body) != null,
                "without removes a part that is inherited; nothing is inherited here");
    }

    @Check
    public void overrideAt(OverrideAt o) {
        EObject body = o.eContainer();
        misplaced(
                o,
                body instanceof Cluster || body instanceof Rack || body instanceof Node,
                "a value at an address belongs in a cluster, a rack or a node");
    }

    @Check
    public void setting(Setting s) {
        boolean keyed =
                s.eContainer() instanceof Block b
                        && b.getDefinition() != null
                        && (b.getDefinition().eIsProxy() || b.getDefinition().isKeyed());
        if (!keyed && !isMisplaced(s))
            error("an attribute's name has no \" \"", s, SETTING__KEY, WritingChecks.MISPLACED);
    }

    private void misplaced(EObject member, boolean right, String message) {
        if (!right && !isMisplaced(member)) error(message, member, null, WritingChecks.MISPLACED);
    }

    /** Outside of any element; said elsewhere. */
    private static boolean isMisplaced(EObject member) {
        return member.eContainer() instanceof InfraFile;
    }

    @Check
    public void qualifier(Quantity q) {
        UnitDeclaration u = q.getQualifier();
        if (u == null || u.eIsProxy() || Annotations.of(u, AnnotationKind.QUALIFIER) != null)
            return;
        error(
                u.getName() + " is a unit of its own; units are joined by * or /, without blanks",
                q,
                QUANTITY__QUALIFIER,
                "unit-apart");
    }
}
