// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.araverus.infra.dsl.infra.Attribute;
import org.araverus.infra.dsl.infra.Block;
import org.araverus.infra.dsl.infra.Declaration;
import org.araverus.infra.dsl.infra.Element;
import org.araverus.infra.dsl.infra.Let;
import org.araverus.infra.dsl.infra.Member;
import org.araverus.infra.dsl.infra.NamedBlock;
import org.araverus.infra.dsl.infra.OverrideAt;
import org.araverus.infra.dsl.infra.Part;
import org.araverus.infra.dsl.infra.Require;
import org.araverus.infra.dsl.infra.Run;
import org.araverus.infra.dsl.infra.Without;
import org.araverus.infra.dsl.resource.Elements;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * An element with what it inherits: a view, the text's model stays as it is. Attributes and blocks
 * merge by name, deep; a part of the same role replaces count and type in the place of the
 * inherited one; {@code without} takes a role out; requirements add up.
 */
final class Effective {
    /** Attributes and blocks under one brace, by name, in the order first written. */
    static final class Body {
        final Map<String, Attribute> attributes = new LinkedHashMap<>();
        final Map<String, Body> blocks = new LinkedHashMap<>();
        final Map<String, Map<String, Body>> named = new LinkedHashMap<>();
        @Nullable NamedBlock written;

        /**
         * The attribute at a path ({@code power.budget}, {@code tier pod.endpoints}); null if it is
         * not written.
         */
        @Nullable Attribute attribute(String path) {
            int dot = path.indexOf('.');
            if (dot < 0) return attributes.get(path);
            Body inner = block(path.substring(0, dot));
            return inner == null ? null : inner.attribute(path.substring(dot + 1));
        }

        private @Nullable Body block(String step) {
            int blank = step.indexOf(' ');
            if (blank < 0) return blocks.get(step);
            Map<String, Body> kind = named.get(step.substring(0, blank));
            return kind == null ? null : kind.get(step.substring(blank + 1));
        }
    }

    final Declaration element;

    /** Nearest first, the element itself left out. */
    final List<Declaration> lineage = new ArrayList<>();

    final Body body = new Body();
    final Map<String, Part> parts = new LinkedHashMap<>();
    final List<OverrideAt> overrides = new ArrayList<>();
    final List<Require> requires = new ArrayList<>();
    final List<Run> runs = new ArrayList<>();
    final Map<String, Let> lets = new LinkedHashMap<>();

    Effective(Declaration element) {
        this.element = element;
        Set<Element> line = new LinkedHashSet<>();
        for (Element e = element; e != null && line.add(e); e = Elements.superOf(e))
            if (e != element && e instanceof Declaration d) lineage.add(d);
        for (int i = lineage.size() - 1; i >= 0; i--) add(lineage.get(i));
        add(element);
    }

    private void add(Declaration from) {
        for (Member m : Elements.members(from)) {
            switch (m) {
                case Part p when p.getName() != null -> parts.put(p.getName(), p);
                case Without w -> {
                    if (w.getRole() != null && w.getRole().getName() != null)
                        parts.remove(w.getRole().getName());
                }
                case OverrideAt o -> overrides.add(o);
                case Require r -> requires.add(r);
                case Run r -> runs.add(r);
                case Let l when l.getName() != null -> lets.put(l.getName(), l);
                default -> merge(m, body);
            }
        }
    }

    private static void merge(EObject member, Body into) {
        switch (member) {
            case Attribute a -> {
                String name = Names.of(a.getKey());
                if (name != null) into.attributes.put(name, a);
            }
            case Block b -> {
                String name = Names.of(b.getDefinition());
                if (name != null) mergeAll(b, into.blocks.computeIfAbsent(name, n -> new Body()));
            }
            case NamedBlock b -> {
                String kind = Names.of(b.getDefinition());
                if (kind == null || b.getName() == null) return;
                Body inner =
                        into.named
                                .computeIfAbsent(kind, n -> new LinkedHashMap<>())
                                .computeIfAbsent(b.getName(), n -> new Body());
                inner.written = b;
                mergeAll(b, inner);
            }
            default -> {}
        }
    }

    private static void mergeAll(EObject body, Body into) {
        for (Member m : Elements.members(body)) merge(m, into);
    }
}
