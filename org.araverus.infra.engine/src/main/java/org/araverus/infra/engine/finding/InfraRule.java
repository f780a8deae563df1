// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.finding;

/** What all rules have in common; its facts stand in the {@link Rule} annotation alone. */
public abstract class InfraRule {
    private final Rule facts;
    private final String id;

    protected InfraRule() {
        Rule r = getClass().getAnnotation(Rule.class);
        if (r == null) throw new IllegalStateException(getClass().getName() + " has no @Rule");
        facts = r;
        id = kebab(getClass().getSimpleName());
    }

    /** The class's name in kebab-case. */
    public final String id() {
        return id;
    }

    public final String summary() {
        return facts.summary();
    }

    public final Severity severity() {
        return facts.severity();
    }

    public final Layer layer() {
        return facts.layer();
    }

    public final String since() {
        return facts.since();
    }

    static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
