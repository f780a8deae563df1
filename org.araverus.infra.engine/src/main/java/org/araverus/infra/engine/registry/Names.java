// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.registry;

import java.lang.reflect.RecordComponent;
import java.util.Locale;

/** How a record component is called in the language. */
public final class Names {
    private Names() {}

    /** {@code microBatch} is {@code micro_batch}, {@code switch_} is {@code switch}. */
    public static String of(RecordComponent component) {
        return snake(component.getName());
    }

    /** camelCase in snake_case, without a trailing underscore. */
    public static String snake(String camel) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c) && i > 0) s.append('_');
            s.append(c);
        }
        if (s.charAt(s.length() - 1) == '_') s.setLength(s.length() - 1);
        return s.toString().toLowerCase(Locale.ROOT);
    }
}
