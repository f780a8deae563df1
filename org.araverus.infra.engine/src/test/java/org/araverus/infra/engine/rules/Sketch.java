// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.evaluate.ClosedForm;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.RuleRunner;
import org.araverus.infra.engine.json.DesignJson;
import org.araverus.infra.engine.json.UnreadableDesign;

/**
 * Designs for tests, an element a line:
 *
 * <pre>
 * rack R: nodes=4*N leaf=1*S power.budget=34e3 power.redundancy=N_PLUS_1
 * node N: scale_up=@T cooling.inlet=278.15..303.15
 * topology T: shape=clos link=~50e9 tier.rack.endpoints=16
 * evaluate E: run=W@C.racks[0..3] require=W#cost.per_token
 * </pre>
 *
 * SI throughout; a question mark stands for the number that a test moves.
 */
final class Sketch {
    private static final Pattern PART = Pattern.compile("(\\d+|\\?)\\*(\\w+)");
    private static final Pattern SPAN = Pattern.compile("([-\\d.e]+?)\\.\\.([-\\d.e]+)");
    private static final Pattern RUN = Pattern.compile("(\\w+)@(\\w+)(.*)");
    private static final Pattern STEP =
            Pattern.compile("\\.(\\w+)(?:\\[(\\d+)(?:\\.\\.(\\d+))?])?");

    private Sketch() {}

    /** The design with a number in place of the question mark. */
    static Design of(String text, double moved) {
        String x =
                moved == Math.rint(moved) ? String.format(Locale.ROOT, "%.0f", moved) : "" + moved;
        return of(text.replace("?", x));
    }

    static Design of(String text) {
        Map<String, Object> elements = new TreeMap<>();
        text.lines().filter(l -> !l.isBlank()).forEach(l -> element(l.strip(), elements));
        Map<String, Object> design = new TreeMap<>();
        design.put("schema", 1.0);
        design.put("language", "0.1");
        design.put("catalog", "0.1");
        design.put("name", evaluate(text));
        design.put("elements", elements);
        design.put("trace", Map.of());
        try {
            return DesignJson.read(json(design));
        } catch (UnreadableDesign e) {
            throw new AssertionError(text, e);
        }
    }

    /** The name of the last evaluate; empty if there is none. */
    private static String evaluate(String text) {
        Matcher all = Pattern.compile("(?m)^\\s*evaluate (\\w+):").matcher(text);
        return all.results().map(r -> r.group(1)).reduce("", (a, b) -> b);
    }

    /** What the built-in rules say, one rule's findings alone. */
    static List<Finding> findings(String rule, Design design) {
        RuleRunner runner = new RuleRunner(new BuiltInRules());
        List<Finding> all = new ArrayList<>(runner.check(design));
        if (!design.name().isEmpty()) {
            all.addAll(runner.check(ClosedForm.evaluate(design), design));
        }
        return all.stream().filter(f -> f.rule().equals(rule)).toList();
    }

    private static void element(String line, Map<String, Object> elements) {
        String[] head = line.substring(0, line.indexOf(':')).split(" ");
        Map<String, Object> e = new LinkedHashMap<>();
        e.put("kind", head[0]);
        for (String word : line.substring(line.indexOf(':') + 1).strip().split(" +")) {
            int is = word.indexOf('=');
            if (is > 0) {
                member(word.substring(0, is), word.substring(is + 1), head[1], e);
            }
        }
        elements.put(head[1], e);
    }

    private static void member(String key, String value, String element, Map<String, Object> e) {
        Matcher part = PART.matcher(value);
        Matcher run = RUN.matcher(value);
        if (part.matches()) {
            Map<String, Object> one =
                    Map.of("count", Double.valueOf(part.group(1)), "type", part.group(2));
            list(e, "parts").add(Map.of("role", key, "runs", List.of(one)));
        } else if (key.equals("run") && run.matches()) {
            list(e, "placements").add(placement(run, element));
        } else if (key.equals("require")) {
            list(e, "requirements").add(requirement(value, element));
        } else if (key.startsWith("tier.")) {
            tier(key.split("\\."), value(value), e);
        } else {
            set(key.split("\\."), 0, value(value), e);
        }
    }

    private static Object placement(Matcher run, String element) {
        List<Object> steps = new ArrayList<>();
        Matcher step = STEP.matcher(run.group(3));
        while (step.find()) {
            Map<String, Object> s = new TreeMap<>();
            s.put("role", step.group(1));
            if (step.group(2) != null) {
                String to = step.group(3) == null ? step.group(2) : step.group(3);
                s.put("from", Double.valueOf(step.group(2)));
                s.put("to", Double.valueOf(to));
            }
            steps.add(s);
        }
        return Map.of(
                "origin", element + "#run " + run.group(1),
                "workload", run.group(1),
                "host", Map.of("element", run.group(2), "steps", steps));
    }

    /** An element's metric below 1. */
    private static Object requirement(String value, String element) {
        int hash = value.indexOf('#');
        String[] sides = value.substring(hash + 1).split("<=");
        String metric = sides[0];
        return Map.of(
                "text",
                metric + " <= 1",
                "left",
                Map.of("element", value.substring(0, hash), "metric", metric),
                "comparison",
                "<=",
                "right",
                sides.length > 1 ? Double.parseDouble(sides[1]) : 1.0,
                "unit",
                "",
                "workload",
                "",
                "origin",
                element + "#require");
    }

    private static void tier(String[] path, Object value, Map<String, Object> e) {
        List<Object> tiers = list(e, "tier");
        for (Object t : tiers) {
            if (object(t).get("name").equals(path[1])) {
                object(t).put(path[2], value);
                return;
            }
        }
        tiers.add(new TreeMap<>(Map.of("name", path[1], path[2], value)));
    }

    private static void set(String[] path, int at, Object value, Map<String, Object> into) {
        if (at == path.length - 1) {
            into.put(path[at], value);
        } else {
            Object block = into.computeIfAbsent(path[at], k -> new TreeMap<String, Object>());
            set(path, at + 1, value, object(block));
        }
    }

    private static Object value(String text) {
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            return Map.of(
                    "low", Double.valueOf(span.group(1)), "high", Double.valueOf(span.group(2)));
        }
        if (text.startsWith("@")) {
            return text.substring(1);
        }
        if (text.startsWith("~")) {
            return Map.of("quantity", Double.valueOf(text.substring(1)));
        }
        if (text.equals("unknown")) {
            return Map.of("unknown", true);
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?[\\d.]+([eE]-?\\d+)?") ? Double.valueOf(text) : text;
    }

    @SuppressWarnings("unchecked") // made by this class alone
    private static Map<String, Object> object(Object o) {
        return (Map<String, Object>) o;
    }

    @SuppressWarnings("unchecked") // made by this class alone
    private static List<Object> list(Map<String, Object> e, String key) {
        return (List<Object>) e.computeIfAbsent(key, k -> new ArrayList<>());
    }

    private static String json(Object o) {
        if (o instanceof Map<?, ?> m) {
            List<String> all = new ArrayList<>();
            m.forEach((k, v) -> all.add('"' + k.toString() + "\":" + json(v)));
            return "{" + String.join(",", all) + "}";
        }
        if (o instanceof List<?> l) {
            return "[" + String.join(",", l.stream().map(Sketch::json).toList()) + "]";
        }
        return o instanceof String s ? '"' + s + '"' : o.toString();
    }
}
