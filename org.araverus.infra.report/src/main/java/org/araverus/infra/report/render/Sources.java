// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.report.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.araverus.infra.engine.design.Place;
import org.jspecify.annotations.Nullable;

/** Lines of files, each file cut into lines once. */
public final class Sources {
    /** Where no text is to be had. */
    public static final Sources NONE = new Sources(file -> null);

    private final Function<String, @Nullable String> text;
    private final Map<String, List<String>> lines = new HashMap<>();

    /** With what gives a file's text, or null where it has none. */
    public Sources(Function<String, @Nullable String> text) {
        this.text = text;
    }

    /** The line at a place, without its end. */
    Optional<String> line(Place place) {
        List<String> all = lines.computeIfAbsent(place.file(), this::cut);
        int n = place.line();
        return n < 1 || n > all.size() ? Optional.empty() : Optional.of(all.get(n - 1));
    }

    private List<String> cut(String file) {
        String all = text.apply(file);
        return all == null ? List.of() : List.of(all.split("\r?\n", -1));
    }
}
