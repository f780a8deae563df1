// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.araverus.infra.cli.Usage.Parameter;
import org.araverus.infra.dsl.workspace.Versions;

/** {@code infra new}: a project to start from. */
final class NewCommand implements Command {
    private static final List<String> FILES = List.of("project.infra", "design.infra", "README.md");

    @Override
    public Usage usage() {
        return Usage.of(
                "infra new",
                "Writes a small project to start from.",
                List.of(
                        "Three files: project.infra with the settings, design.infra with a rack of"
                                + " 32 GPUs that",
                        "fine-tunes a model, README.md with what to type next. It checks clean and"
                                + " evaluates."),
                List.of(
                        new Parameter(
                                "DIR",
                                true,
                                false,
                                "a folder; made if it is not there, empty if" + " it is")),
                List.of(),
                "",
                "Example:",
                "  infra new lab",
                "  infra evaluate lab",
                "",
                "A folder that holds anything is left as it is: exit code 2.");
    }

    @Override
    public int run(Given given, Terminal terminal) throws UsageException {
        Path folder = Path.of(given.plain(0));
        refuseWhatIsThere(folder);
        Map<Path, String> texts = new LinkedHashMap<>();
        for (String file : FILES) texts.put(folder.resolve(file), text(file, folder));
        try {
            AtomicFiles.write(texts);
        } catch (IOException e) {
            throw new UsageException("cannot write in " + folder + ": " + Reason.of(e));
        }
        texts.keySet().forEach(f -> terminal.err().println("wrote " + f));
        terminal.err().println("next: infra evaluate " + folder);
        return ExitCode.FINE;
    }

    private static void refuseWhatIsThere(Path folder) throws UsageException {
        if (Files.exists(folder) && !Files.isDirectory(folder))
            throw new UsageException(folder + " is a file; infra new takes a folder");
        if (!Files.exists(folder)) return;
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent())
                throw new UsageException(
                        folder
                                + " is not empty; infra new writes into an empty folder or a new"
                                + " one");
        } catch (IOException e) {
            throw new UsageException("cannot read " + folder + ": " + Reason.of(e));
        }
    }

    private static String text(String file, Path folder) {
        try (InputStream in = NewCommand.class.getResourceAsStream("starter/" + file)) {
            if (in == null) throw new IllegalStateException("no starter " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@package@", packageOf(folder))
                    .replace("@folder@", folder.toString())
                    .replace("@language@", Versions.LANGUAGE)
                    .replace("@catalog@", Versions.CATALOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder's own name as far as it can be one of the language. */
    static String packageOf(Path folder) {
        String name =
                folder.toAbsolutePath()
                        .normalize()
                        .getFileName()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        return name.matches("[a-z].*") ? name : name.isEmpty() ? "design" : "design_" + name;
    }
}
