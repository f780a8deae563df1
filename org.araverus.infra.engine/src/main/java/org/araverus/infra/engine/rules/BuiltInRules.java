// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.araverus.infra.engine.finding.InfraRule;
import org.araverus.infra.engine.finding.RuleSource;

/**
 * The rules that come with the engine: every class of this package and below with {@code @Rule}.
 */
public final class BuiltInRules implements RuleSource {
    /** Written by the build from the sources: a qualified class name a line, sorted. */
    static final String LIST = "/META-INF/infra/rules.list";

    /** Rules hold no state: they are made when somebody asks first, and serve everybody. */
    private static final class Made {
        static final List<InfraRule> RULES = names().stream().map(BuiltInRules::make).toList();
    }

    @Override
    public List<InfraRule> rules() {
        return Made.RULES;
    }

    static List<String> names() {
        try (InputStream in = BuiltInRules.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("the build wrote no " + LIST);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(l -> !l.isBlank()).toList();
        } catch (IOException e) {
            throw new IllegalStateException(LIST + " cannot be read", e);
        }
    }

    private static InfraRule make(String name) {
        try {
            // the class loader of this class, so that it works in OSGi as on a class path
            Class<?> type = Class.forName(name, true, BuiltInRules.class.getClassLoader());
            return (InfraRule) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rule " + name + " cannot be made", e);
        }
    }
}
