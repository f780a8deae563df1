// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How fast the language server is: from its start to the first diagnostics, from an edit to all
 * that is said about it, completion and hover, and its memory. Arguments: the command that starts
 * it ({@code ./infra lsp} without any); the system property {@code only} picks {@code start},
 * {@code 500} or {@code 10000}.
 */
public final class ServerFigures {
    private static final int STARTS = 7;
    private static final int EDITS = 200;
    private static final int WARM = 50;
    private static final int FILES = 50;
    private static final int LINES = 200;

    private final String[] command;
    private final Path home;
    private long checksum;

    private ServerFigures(String[] command, Path home) {
        this.command = command;
        this.home = home;
    }

    /** Prints the figures. */
    public static void main(String[] args) throws IOException {
        String[] command = args.length == 0 ? new String[] {"./infra", "lsp"} : args;
        Path home = Files.createTempDirectory("infra-figures");
        new ServerFigures(command, home).all();
    }

    private void all() throws IOException {
        String only = System.getProperty("only", "");
        if (only.isEmpty() || only.equals("start")) start();
        if (only.isEmpty() || only.equals("500")) typing("500 lines", "one", 1, 500);
        if (only.isEmpty() || only.equals("10000"))
            typing("10,000 lines in 50 files", "many", FILES, LINES);
        System.out.println("checksum " + checksum);
    }

    // ---- start

    private void start() throws IOException {
        Path folder = Files.createDirectories(home.resolve("start"));
        Files.copy(
                Path.of("examples/first-rack/first-rack.infra"),
                folder.resolve("first-rack.infra"));
        List<Double> first = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            try (Editor editor = new Editor(folder, command)) {
                editor.first();
                first.add(since(begin));
                editor.idle();
                all.add(since(begin));
            }
        }
        print("start to first diagnostics", first);
        print("start to all diagnostics", all);
    }

    // ---- typing

    private void typing(String what, String name, int files, int lines) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        Files.writeString(folder.resolve("base.infra"), Texts.BASE);
        for (int i = 0; i < files; i++)
            Files.writeString(folder.resolve("f" + i + ".infra"), Texts.file("f" + i, lines, 44));
        long begin = System.nanoTime();
        try (Editor editor = new Editor(folder, command)) {
            editor.idle();
            System.out.printf(Locale.ROOT, "%s: all read after %.2f s%n", what, since(begin) / 1e3);
            editor.open("f0.infra");
            editor.idle();
            edits(what, editor);
            requests(what, editor);
            if (files > 1) base(what, editor);
            System.out.printf(
                    Locale.ROOT,
                    "%s: memory %d MiB, at most %d MiB%n",
                    what,
                    editor.memory("VmRSS"),
                    editor.memory("VmHWM"));
        }
    }

    /** Each edit is another number, and moves the budget across what the rack draws. */
    private void edits(String what, Editor editor) {
        List<Double> times = new ArrayList<>();
        int line = 7;
        double cpu = 0;
        for (int i = 0; i < WARM + EDITS; i++) {
            if (i == WARM) cpu = editor.cpu();
            boolean over = i % 2 == 0;
            String budget = String.format(Locale.ROOT, "%.1f", (over ? 30 : 45) + i % 100 / 10.0);
            long begin = System.nanoTime();
            editor.type("f0.infra", line, 18, 22, budget);
            editor.idle();
            if (i >= WARM) times.add(since(begin));
            int found = editor.findings("f0.infra");
            if (over != found > 0) throw new IllegalStateException(budget + " kW: " + found);
            checksum += found;
        }
        print(what + ": edit to diagnostics", times);
        System.out.printf(
                Locale.ROOT,
                "%s: CPU time of an edit %.0f ms%n",
                what,
                (editor.cpu() - cpu) / EDITS);
    }

    private void requests(String what, Editor editor) {
        List<Double> hover = new ArrayList<>();
        List<Double> complete = new ArrayList<>();
        for (int i = 0; i < WARM + EDITS; i++) {
            int line = 7 + 4 * (i % 30);
            long begin = System.nanoTime();
            checksum +=
                    editor.hover("f0.infra", line, 12).getContents().getRight().getValue().length();
            if (i >= WARM) hover.add(since(begin));
            begin = System.nanoTime();
            checksum += editor.complete("f0.infra", line, 10);
            if (i >= WARM) complete.add(since(begin));
        }
        print(what + ": hover", hover);
        print(what + ": completion", complete);
    }

    /** An edit that all files of the workspace reach. */
    private void base(String what, Editor editor) throws IOException {
        editor.open("base.infra");
        editor.idle();
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String feed = i % 2 == 0 ? "61" : "60";
            long begin = System.nanoTime();
            editor.type("base.infra", 7, 71, 73, feed);
            editor.idle();
            if (i >= 5) times.add(since(begin));
        }
        print(what + ": edit of what all files reach", times);
    }

    // ----

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void print(String what, List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f ms, p95 %.0f ms (%d)%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
                sorted.size());
    }
}
