// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.List;
import org.araverus.infra.dsl.infra.Annotation;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.InfraFile;
import org.araverus.infra.dsl.infra.Text;
import org.araverus.infra.engine.design.Header;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** Reads annotations. */
public final class Annotations {
    private Annotations() {}

    /** Its name; null while it is not resolved. */
    static @Nullable String name(Annotation a) {
        return Names.of(a.getDefinition());
    }

    /** A text argument; empty if there is none. */
    static String text(Annotation a, int index) {
        return index < a.getArguments().size() && a.getArguments().get(index) instanceof Text t
                ? t.getValue()
                : "";
    }

    /** The findings that an element accepts, then those that its file accepts. */
    public static List<Header.Accepted> accepted(Declaration d) {
        List<Header.Accepted> all = new ArrayList<>(accepted(d.getAnnotations()));
        if (EcoreUtil.getRootContainer(d) instanceof InfraFile f)
            all.addAll(accepted(f.getAnnotations()));
        return all;
    }

    /** The findings that a file accepts. */
    public static List<Header.Accepted> accepted(InfraFile file) {
        return accepted(file.getAnnotations());
    }

    private static List<Header.Accepted> accepted(List<Annotation> annotations) {
        return annotations.stream()
                .filter(a -> "accept".equals(name(a)) && !text(a, 0).isEmpty())
                .map(a -> new Header.Accepted(text(a, 0), text(a, 1)))
                .toList();
    }
}
