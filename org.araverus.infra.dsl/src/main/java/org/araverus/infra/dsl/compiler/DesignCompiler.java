// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.Evaluate;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.resource.Elements;
import org.araverus.infra.engine.design.Design;
import org.eclipse.emf.ecore.resource.Resource;

/**
 * Compiles texts into designs. Total: it never throws, whatever the text; what is missing or broken
 * becomes unknown in the design and, unless the parser or linker says it already, a problem.
 */
public final class DesignCompiler {
    private final Compilation compilation;
    private final Design.Versions versions;

    /**
     * @param places names files
     * @param versions that the designs state
     */
    public DesignCompiler(Places places, Design.Versions versions) {
        this.compilation = new Compilation(places);
        this.versions = versions;
    }

    /** Everything in some resources, and what it reaches: the design to check. */
    public Design all(Collection<? extends Resource> resources) {
        List<Declaration> roots = new ArrayList<>();
        for (Resource r : resources)
            for (Element e : Elements.of(r))
                if (e instanceof Declaration d && d.getName() != null) roots.add(d);
        Design design = compilation.design(roots, "", versions);
        lets(resources, roots);
        return design;
    }

    /** Looks at the values that nobody uses, too. */
    private void lets(Collection<? extends Resource> resources, List<Declaration> roots) {
        for (Resource r : resources)
            for (Element e : Elements.of(r))
                if (e instanceof Let l && l.eContainer() instanceof InfraFile)
                    compilation.expressions().value(l, null);
        for (Declaration d : roots) {
            Effective element = compilation.effective(d);
            for (Let l : element.lets.values()) compilation.expressions().value(l, element);
        }
    }

    /** One evaluate and what it reaches: the design to compute. */
    public Design of(Evaluate evaluate) {
        return compilation.design(List.of(evaluate), Names.qualified(evaluate), versions);
    }

    /** The qualified name of an element in designs. */
    public static String nameOf(Element e) {
        return Names.qualified(e);
    }

    /** What did not fit so far, each once. */
    public List<Problem> problems() {
        return compilation.problems().all();
    }
}
