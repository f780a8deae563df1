// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command takes, declared once: arguments are read by it, help is written from it.
 *
 * @param name {@code infra check}
 * @param summary one sentence
 * @param more further sentences, a line each
 * @param closing what stands at the end of its help: examples, exit codes
 */
record Usage(
        String name,
        String summary,
        List<String> more,
        List<Parameter> parameters,
        List<Option> options,
        List<String> closing) {

    /** Something without dashes; in brackets where it may be left out, with dots for several. */
    record Parameter(String label, boolean required, boolean several, String text) {
        private String shown() {
            String all = several ? label + "..." : label;
            return required ? all : "[" + all + "]";
        }
    }

    /**
     * Something with dashes.
     *
     * @param label of its value; empty for a switch that has none
     * @param words that its value may be, the default first; empty if it may be anything
     */
    record Option(String name, String label, boolean required, List<String> words, String text) {
        static Option flag(String name, String text) {
            return new Option(name, "", false, List.of(), text);
        }

        static Option oneOf(String name, String label, String text, String... words) {
            return new Option(name, label, false, List.of(words), text);
        }

        boolean isFlag() {
            return label.isEmpty();
        }

        private String shown() {
            if (name.equals(HELP.name)) return "-h, " + name;
            return isFlag() ? name : name + " " + label;
        }
    }

    /** Every command has it. */
    static final Option HELP = Option.flag("--help", "this text");

    private static final Option COLOR =
            Option.oneOf(
                    "--color",
                    "WHEN",
                    "auto (on a terminal, the default), always or never",
                    "auto",
                    "always",
                    "never");
    private static final Option ASCII = Option.flag("--ascii", "no signs beyond ASCII");

    /** A command that writes to terminals, with the options that this brings. */
    static Usage of(
            String name,
            String summary,
            List<String> more,
            List<Parameter> parameters,
            List<Option> options,
            String... closing) {
        List<Option> all = new ArrayList<>(options);
        all.addAll(List.of(COLOR, ASCII, HELP));
        return new Usage(name, summary, more, parameters, all, List.of(closing));
    }

    /** The text of {@code --help}. */
    String help() {
        StringBuilder out = new StringBuilder(name);
        for (Option o : options) if (o.required) out.append(' ').append(o.shown());
        for (Parameter p : parameters) out.append(' ').append(p.shown());
        if (options.stream().anyMatch(o -> !o.required)) out.append(" [OPTION...]");
        out.append("\n\n").append(summary).append('\n');
        more.forEach(line -> out.append(line).append('\n'));
        out.append('\n').append(table());
        closing.forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    /** Parameters and options, one a line. */
    String table() {
        int width =
                Stream.concat(
                                parameters.stream().map(Parameter::label),
                                options.stream().map(Option::shown))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        StringBuilder out = new StringBuilder();
        for (Parameter p : parameters) row(out, p.label, width, p.text);
        for (Option o : options) row(out, o.shown(), width, o.text);
        return out.toString();
    }

    /** A line with two columns. */
    static void row(StringBuilder out, String left, int width, String right) {
        out.append("  ").append(left).append(" ".repeat(width - left.length() + 3));
        out.append(right).append('\n');
    }
}
