// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.workspace;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.List;
import org.araverus.infra.dsl.formatting.Formatted;
import org.araverus.infra.dsl.formatting.InfraFormatter;
import org.araverus.infra.dsl.formatting.Unreadable;
import org.araverus.infra.engine.design.Place;
import org.jspecify.annotations.Nullable;

/** Texts in their canonical layout. */
public final class Layouts {
    private static final String TOO_DEEP =
            "this nests deeper than can be read; give inner values a name with let";

    private Layouts() {}

    /**
     * A text before and after.
     *
     * @param name as places show it
     * @param after the same as before where nothing is to be done, or nothing can be done
     * @param refused why it stays as it is; null where it does not
     * @param place where that is; null where nothing is refused
     */
    public record Laid(
            String name,
            String before,
            String after,
            @Nullable String refused,
            @Nullable Place place) {

        /** Whether the layout is another one. */
        public boolean isChanged() {
            return !before.equals(after);
        }
    }

    /** Files, and folders through and through; throws {@link UnreadableInput} as opening does. */
    public static List<Laid> of(List<Path> paths) {
        return SourceFiles.read(paths, p -> p).entrySet().stream()
                .map(e -> of(e.getKey(), e.getValue()))
                .toList();
    }

    /** The bytes of one text; throws {@link UnreadableInput} where they are no UTF-8. */
    public static Laid of(String name, byte[] utf8) {
        return of(name, SourceFiles.text(name, utf8));
    }

    /** One text by the name that messages give it. */
    public static Laid of(String name, String text) {
        Place deep = Nesting.tooDeep(name, text);
        if (deep != null) return new Laid(name, text, text, TOO_DEEP, deep);
        Injector injector = Workspace.injectorOfLanguage();
        return Deep.run(() -> of(name, text, injector.getInstance(InfraFormatter.class)));
    }

    private static Laid of(String name, String text, InfraFormatter formatter) {
        Formatted f = formatter.format(text);
        Unreadable u = f.unreadable();
        return u == null
                ? new Laid(name, text, f.text(), null, null)
                : new Laid(name, text, text, u.message(), new Place(name, u.line(), u.column(), 1));
    }
}
