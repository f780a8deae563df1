// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.araverus.infra.cli.Usage.Option;
import org.araverus.infra.cli.Usage.Parameter;

/** The arguments of a call, read by what its command takes. */
final class Given {
    private static final String SHORT_HELP = "-h";

    private final Usage usage;
    private final Map<String, String> options = new TreeMap<>();
    private final List<String> plain = new ArrayList<>();

    private Given(Usage usage) {
        this.usage = usage;
    }

    /** Reads arguments: {@code --name value}, {@code --name=value}, all plain after {@code --}. */
    static Given read(Usage usage, List<String> args) throws UsageException {
        Given given = new Given(usage);
        Iterator<String> rest = args.iterator();
        boolean dashes = true;
        while (rest.hasNext()) {
            String arg = rest.next();
            if (dashes && arg.equals("--")) dashes = false;
            else if (dashes && arg.startsWith("-") && arg.length() > 1) given.option(arg, rest);
            else given.plain.add(arg);
        }
        if (!given.has(Usage.HELP.name())) given.complete();
        return given;
    }

    private void option(String arg, Iterator<String> rest) throws UsageException {
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg : arg.substring(0, equals);
        Option o = find(name.equals(SHORT_HELP) ? Usage.HELP.name() : name);
        String value = "";
        if (o.isFlag()) {
            if (equals >= 0) throw misuse(name + " takes no value");
        } else if (equals >= 0) {
            value = arg.substring(equals + 1);
        } else if (rest.hasNext()) {
            value = rest.next();
        }
        if (!o.isFlag() && (value.isEmpty() || value.startsWith("--")))
            throw misuse(name + " needs a value, " + o.label());
        if (!o.words().isEmpty() && !o.words().contains(value))
            throw misuse(name + " is one of " + String.join(", ", o.words()) + "; not " + value);
        if (options.put(o.name(), value) != null) throw misuse(name + " is given twice");
    }

    private Option find(String name) throws UsageException {
        for (Option o : usage.options()) if (o.name().equals(name)) return o;
        List<String> names = usage.options().stream().map(Option::name).toList();
        String meant = Nearest.to(name, names).map(o -> "; did you mean " + o + "?").orElse("");
        throw misuse("no option " + name + meant);
    }

    private void complete() throws UsageException {
        int needed = 0;
        int room = 0;
        for (Parameter p : usage.parameters()) {
            if (p.required()) needed++;
            room = p.several() ? Integer.MAX_VALUE : room + 1;
        }
        if (plain.size() < needed)
            throw misuse(usage.parameters().get(plain.size()).label() + " is missing");
        int empty = plain.indexOf("");
        if (empty >= 0)
            throw misuse(
                    usage.parameters().get(Math.min(empty, usage.parameters().size() - 1)).label()
                            + " is empty");
        if (plain.size() > room)
            throw misuse("too much: " + String.join(" ", plain.subList(room, plain.size())));
        for (Option o : usage.options())
            if (o.required() && !options.containsKey(o.name()))
                throw misuse(o.name() + " " + o.label() + " is missing");
    }

    private UsageException misuse(String message) {
        return new UsageException(message + "\n" + usage.name() + " --help tells more");
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    /**
     * The value of an option; of one that takes one of a few words the first where none is given.
     */
    String value(String option) {
        String value = options.get(option);
        if (value != null) return value;
        for (Option o : usage.options())
            if (o.name().equals(option) && !o.words().isEmpty()) return o.words().getFirst();
        return "";
    }

    /** All arguments without dashes. */
    List<String> plain() {
        return List.copyOf(plain);
    }

    /** One of them; empty where there are not so many. */
    String plain(int index) {
        return index < plain.size() ? plain.get(index) : "";
    }
}
