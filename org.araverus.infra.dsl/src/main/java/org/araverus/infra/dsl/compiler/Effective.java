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
import org.araverus.infra.dsl.infra.Quantity;
import org.araverus.infra.dsl.infra.Require;
import org.araverus.infra.dsl.infra.Run;
import org.araverus.infra.dsl.infra.Without;
import org.araverus.infra.dsl.resource.Elements;
import org.eclipse.emf.ecore.EObject;

/**
 * An element with what it inherits: a view, the text's model stays as it is. Attributes and blocks
 * merge by name, deep; a part of the same role replaces count and type in the place of the
 * inherited one; {@code without} takes a role out; requirements add up. A variant is what an
 * override at an address makes of some instances.
 */
final class Effective {
    final Declaration element;

    /** Qualified; of a variant the address of its instances. */
    final String name;

    /** Elements that it inherits from, nearest first. */
    final List<Declaration> lineage = new ArrayList<>();

    /** Names of what it inherits from or is a variant of, nearest first. */
    final List<String> ancestors = new ArrayList<>();

    final Body body = new Body();
    final Map<String, Part> parts = new LinkedHashMap<>();

    /** Counts that overrides give, by role. */
    final Map<String, Written> counts = new LinkedHashMap<>();

    /** In the order in which they hold, the last one over those before. */
    final List<Change> overrides = new ArrayList<>();

    /** Whether there may be parts that could not be read. */
    boolean partsLost;

    final List<Require> requires = new ArrayList<>();
    final List<Run> runs = new ArrayList<>();
    final Map<String, Let> lets = new LinkedHashMap<>();

    Effective(Declaration element, Damages damages) {
        this.element = element;
        this.name = Names.qualified(element);
        Set<Element> line = new LinkedHashSet<>();
        for (Element e = element; e != null && line.add(e); e = Elements.superOf(e))
            if (e != element && e instanceof Declaration d) lineage.add(d);
        lineage.forEach(d -> ancestors.add(Names.qualified(d)));
        for (int i = lineage.size() - 1; i >= 0; i--) add(lineage.get(i), damages);
        add(element, damages);
    }

    /** Some instances of a type with what overrides change in them. */
    private Effective(Effective type, String name) {
        this.element = type.element;
        this.name = name;
        lineage.addAll(type.lineage);
        ancestors.add(type.name);
        ancestors.addAll(type.ancestors);
        body.putAll(type.body);
        parts.putAll(type.parts);
        partsLost = type.partsLost;
        counts.putAll(type.counts);
        overrides.addAll(type.overrides);
        requires.addAll(type.requires);
        lets.putAll(type.lets);
    }

    /** A variant of this type under an address, changed by overrides one role deeper. */
    Effective variant(String address, List<Change> changes) {
        Effective v = new Effective(this, address);
        for (Change o : changes) v.override(o);
        return v;
    }

    boolean isVariant() {
        return !ancestors.isEmpty() && lineage.size() < ancestors.size();
    }

    private void add(Declaration from, Damages damages) {
        forget(from, body, damages);
        partsLost |= damages.isDamaged(from) || mayHoldPart(from);
        for (Member m : Elements.members(from)) {
            switch (m) {
                case Part p when p.getName() != null -> {
                    parts.put(p.getName(), p);
                    counts.remove(p.getName());
                }
                case Without w -> {
                    if (w.getRole() != null && w.getRole().getName() != null)
                        parts.remove(w.getRole().getName());
                }
                case OverrideAt o -> {
                    Change at = Change.of(o, this);
                    if (at != null) override(at);
                }
                case Require r -> requires.add(r);
                case Run r -> runs.add(r);
                case Let l when l.getName() != null -> lets.put(l.getName(), l);
                default -> merge(m, body, damages);
            }
        }
    }

    /** What is inherited is not known any more where something of its level could not be read. */
    private static void forget(EObject from, Body into, Damages damages) {
        boolean all = damages.isDamaged(from);
        boolean own = false;
        for (Member m : Elements.members(from))
            switch (m) {
                case Attribute a -> own |= Names.of(a.getKey()) == null;
                case Block b -> all |= Names.of(b.getDefinition()) == null;
                case NamedBlock b ->
                        all |= Names.of(b.getDefinition()) == null || b.getName() == null;
                default -> {}
            }
        if (all) into.forget();
        else if (own) into.forgetOwn();
    }

    /** Whether a member may be a part without its sign: {@code nodes: 4 DGX_H100}. */
    private static boolean mayHoldPart(Declaration from) {
        for (Member m : Elements.members(from))
            if (m instanceof Attribute a
                    && Names.of(a.getKey()) == null
                    && a.getValue() instanceof Quantity q
                    && q.getFactors().stream()
                            .allMatch(f -> f.getUnit() == null || f.getUnit().eIsProxy()))
                return true;
        return false;
    }

    /** Holds at once if it is about the element itself; else when its parts are looked at. */
    private void override(Change o) {
        if (o.isOwn()) body.put(o.attribute(), o.value());
        else if (o.isOwnCount()) counts.put(o.steps().get(0).role(), o.value());
        else overrides.add(o);
    }

    private static void merge(EObject member, Body into, Damages damages) {
        switch (member) {
            case Attribute a -> {
                String name = Names.of(a.getKey());
                if (name != null) into.attributes.put(name, Written.of(a));
            }
            case Block b -> {
                String name = Names.of(b.getDefinition());
                if (name != null)
                    mergeAll(b, into.blocks.computeIfAbsent(name, n -> new Body()), damages);
            }
            case NamedBlock b -> {
                String kind = Names.of(b.getDefinition());
                if (kind == null || b.getName() == null) return;
                Body inner =
                        into.named
                                .computeIfAbsent(kind, n -> new LinkedHashMap<>())
                                .computeIfAbsent(b.getName(), n -> new Body());
                inner.written = b;
                mergeAll(b, inner, damages);
            }
            default -> {}
        }
    }

    private static void mergeAll(EObject body, Body into, Damages damages) {
        forget(body, into, damages);
        for (Member m : Elements.members(body)) merge(m, into, damages);
    }
}
