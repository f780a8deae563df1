// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.compiler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.infra.NamedBlock;
import org.jspecify.annotations.Nullable;

/** Attributes and blocks under one brace, by name, in the order first written. */
final class Body {
    final Map<String, Written> attributes = new LinkedHashMap<>();
    final Map<String, Body> blocks = new LinkedHashMap<>();
    final Map<String, Map<String, Body>> named = new LinkedHashMap<>();
    @Nullable NamedBlock written;

    /** Whether something in it could not be read: what is not there may be just that. */
    boolean damaged;

    /**
     * The attribute at a path ({@code power.budget}, {@code tier pod.endpoints}); null if it is not
     * written.
     */
    @Nullable Written attribute(String path) {
        Body holder = holder(path);
        return holder == null ? null : holder.attributes.get(last(path));
    }

    /** Whether an attribute that is not there may be lost in what could not be read. */
    boolean mayHide(String path) {
        Body at = this;
        for (String step : path.split("\\.")) {
            if (at.damaged) return true;
            Body inner = at.block(step);
            if (inner == null) return false;
            at = inner;
        }
        return false;
    }

    /** What is inherited may be written anew in what could not be read, here and further in. */
    void forget() {
        forgetOwn();
        blocks.values().forEach(Body::forget);
        named.values().forEach(all -> all.values().forEach(Body::forget));
    }

    /** The same of its own attributes alone. */
    void forgetOwn() {
        attributes.clear();
        damaged = true;
    }

    /** Puts a value at a path; blocks that are not there yet are made, named ones are not. */
    void put(List<String> path, Written value) {
        Body at = this;
        for (String step : path.subList(0, path.size() - 1)) {
            Body inner =
                    step.contains(" ")
                            ? at.block(step)
                            : at.blocks.computeIfAbsent(step, s -> new Body());
            if (inner == null) return;
            at = inner;
        }
        at.attributes.put(path.get(path.size() - 1), value);
    }

    /** All that another body has, over what is here. */
    void putAll(Body other) {
        attributes.putAll(other.attributes);
        other.blocks.forEach((n, b) -> blocks.computeIfAbsent(n, k -> new Body()).putAll(b));
        other.named.forEach(
                (kind, all) -> {
                    Map<String, Body> here =
                            named.computeIfAbsent(kind, k -> new LinkedHashMap<>());
                    all.forEach((n, b) -> here.computeIfAbsent(n, k -> new Body()).putAll(b));
                });
        if (other.written != null) written = other.written;
        damaged |= other.damaged;
    }

    private @Nullable Body holder(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) return this;
        Body inner = block(path.substring(0, dot));
        return inner == null ? null : inner.holder(path.substring(dot + 1));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private @Nullable Body block(String step) {
        int blank = step.indexOf(' ');
        if (blank < 0) return blocks.get(step);
        Map<String, Body> kind = named.get(step.substring(0, blank));
        return kind == null ? null : kind.get(step.substring(blank + 1));
    }
}
