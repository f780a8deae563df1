// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Element;
import org.araverus.infra.engine.design.Origin;
import org.araverus.infra.engine.design.Policy;
import org.araverus.infra.engine.design.Trace;

/**
 * A design as canonical JSON: versions, name, elements by qualified name, trace by origin. Values
 * that are not written are left out; a number is its SI value, or {@code {si, spread}} where it has
 * one.
 */
public final class DesignJson {
    private DesignJson() {}

    /** The text of a design; the same design gives the same bytes. */
    public static String write(Design design) {
        Map<String, Object> tree = content(design);
        Map<String, Object> trace = new TreeMap<>();
        design.trace().forEach((o, t) -> trace.put(o.toString(), TraceJson.write(t)));
        tree.put("trace", trace);
        return Canonical.write(tree);
    }

    private static Map<String, Object> content(Design design) {
        Map<String, Object> elements = new TreeMap<>();
        design.elements().forEach((name, e) -> elements.put(name, RecordWriter.element(e)));
        Map<String, Object> tree = new TreeMap<>();
        tree.put("schema", design.versions().schema());
        tree.put("language", design.versions().language());
        tree.put("catalog", design.versions().catalog());
        tree.put("name", design.name());
        tree.put("elements", elements);
        policy(tree, "severities", design.policy().severities());
        policy(tree, "accepted", design.policy().accepted());
        return tree;
    }

    private static void policy(Map<String, Object> tree, String key, Map<String, String> what) {
        if (!what.isEmpty()) tree.put(key, what);
    }

    /** SHA-256 over what the design says, in hexadecimal; where it is written does not matter. */
    public static String hash(Design design) {
        try {
            byte[] text = Canonical.write(content(design)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what {@link #write} writes. */
    public static Design read(String text) throws UnreadableDesign {
        Map<String, Object> tree = Canonical.read(text);
        if (!(tree.get("schema") instanceof Double schema))
            throw new UnreadableDesign("schema is missing: this is no compiled design", 1, 1);
        if (schema != Design.SCHEMA)
            throw new UnreadableDesign(
                    "schema "
                            + schema.longValue()
                            + " is not known; this version reads schema "
                            + Design.SCHEMA,
                    1,
                    1);
        try {
            Map<String, Element> elements = new TreeMap<>();
            for (Map.Entry<String, Object> e : Json.object(tree, "elements").entrySet())
                elements.put(
                        e.getKey(),
                        RecordReader.element(e.getKey(), Json.asObject(e.getValue(), e.getKey())));
            References.check(elements);
            Map<Origin, Trace> trace = new TreeMap<>();
            for (Map.Entry<String, Object> e : Json.object(tree, "trace").entrySet())
                trace.put(
                        Origin.parse(e.getKey()),
                        TraceJson.read(Json.asObject(e.getValue(), e.getKey())));
            var versions =
                    new Design.Versions(
                            Design.SCHEMA, Json.text(tree, "language"), Json.text(tree, "catalog"));
            Policy policy = new Policy(texts(tree, "severities"), texts(tree, "accepted"));
            return new Design(versions, Json.text(tree, "name"), elements, trace).with(policy);
        } catch (Json.Mismatch e) {
            throw new UnreadableDesign(String.valueOf(e.getMessage()), 0, 0);
        }
    }

    private static SortedMap<String, String> texts(Map<String, Object> tree, String key) {
        SortedMap<String, String> all = new TreeMap<>();
        if (tree.get(key) == null) return all;
        Map<String, Object> m = Json.object(tree, key);
        for (String name : m.keySet()) all.put(name, Json.text(m, name));
        return all;
    }
}
