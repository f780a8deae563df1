// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trees of maps, lists, strings, numbers, booleans as canonical JSON text: keys sorted, two blanks
 * of indent, line feeds, a line feed at the end.
 */
public final class Canonical {
    private static final String OUT_OF_BOUNDS = "this number is out of bounds";
    private static final JsonFactory JSON = new JsonFactory();

    private Canonical() {}

    /** The text of a tree; the same tree gives the same bytes. */
    public static String write(Object tree) {
        StringWriter text = new StringWriter();
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.setPrettyPrinter(printer);
            node(out, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void node(JsonGenerator out, @Nullable Object o) throws IOException {
        switch (o) {
            case null -> out.writeNull();
            case Map<?, ?> m -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> e : new TreeMap<Object, Object>(m).entrySet()) {
                    out.writeFieldName((String) e.getKey());
                    node(out, e.getValue());
                }
                out.writeEndObject();
            }
            case List<?> l -> {
                out.writeStartArray();
                for (Object e : l) node(out, e);
                out.writeEndArray();
            }
            case Boolean b -> out.writeBoolean(b);
            case Double d -> number(out, d);
            case Number n -> out.writeNumber(n.longValue());
            default -> out.writeString(o.toString());
        }
    }

    /** Whole numbers without a fraction; what JSON has no number for is null. */
    private static void number(JsonGenerator out, double d) throws IOException {
        if (!Double.isFinite(d)) out.writeNull();
        else if (d == Math.rint(d) && Math.abs(d) < 1e15) out.writeNumber((long) d);
        else out.writeNumber(Double.toString(d));
    }

    /** Maps, lists, strings, doubles, booleans; null stays null. */
    static Map<String, Object> read(String text) throws UnreadableDesign {
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT)
                throw new UnreadableDesign("a design begins with {", 1, 1);
            Map<String, Object> tree = object(in);
            if (in.nextToken() != null) throw at(in, "something follows the design");
            return tree;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new UnreadableDesign(
                    OUT_OF_BOUNDS.equals(e.getOriginalMessage())
                            ? OUT_OF_BOUNDS
                            : "this is not JSON",
                    place == null ? 0 : place.getLineNr(),
                    place == null ? 0 : place.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableDesign at(JsonParser in, String message) {
        var place = in.currentTokenLocation();
        return new UnreadableDesign(message, place.getLineNr(), place.getColumnNr());
    }

    private static Map<String, Object> object(JsonParser in) throws IOException {
        Map<String, Object> m = new TreeMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = in.currentName();
            in.nextToken();
            m.put(key, value(in));
        }
        return m;
    }

    /** What is no finite double would be written as null and read as absent. */
    private static double number(JsonParser in) throws IOException {
        double d = in.getDoubleValue();
        if (!Double.isFinite(d)) throw new JsonParseException(in, OUT_OF_BOUNDS);
        return d;
    }

    private static @Nullable Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> {
                List<@Nullable Object> l = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) l.add(value(in));
                yield l;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> in.getText();
        };
    }
}
