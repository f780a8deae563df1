// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Mode;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Workload;
import org.araverus.infra.engine.evaluate.Derivation;
import org.araverus.infra.engine.evaluate.Evaluation;
import org.araverus.infra.engine.evaluate.Evaluation.Result;
import org.araverus.infra.engine.evaluate.Evaluation.Run;
import org.araverus.infra.report.render.ShortNames;
import org.jspecify.annotations.Nullable;

/** What every section looks at. */
record Scope(Design design, Evaluation evaluation, SortedMap<String, Derivation> derivations) {

    /** A name without its package. */
    String name(String qualified) {
        return new ShortNames(design).of(qualified);
    }

    /** A metric; null where there is none. */
    @Nullable Result metric(String of, String name) {
        return evaluation.metrics().get(of.isEmpty() ? name : name(of) + "." + name);
    }

    boolean trains(Run run) {
        return design.elements().get(run.workload()) instanceof Workload w
                && w.mode().is(Mode.trains);
    }

    Source source(Origin origin) {
        return Source.of(origin, design);
    }

    /** The elements that workloads are placed on, each once. */
    List<Element> hosts() {
        List<Element> all = new ArrayList<>();
        design.evaluate()
                .placements()
                .forEach(
                        p -> {
                            Element e = design.elements().get(p.host().element());
                            if (e != null && !all.contains(e)) all.add(e);
                        });
        return all;
    }
}
