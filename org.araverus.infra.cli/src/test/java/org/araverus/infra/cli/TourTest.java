// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.araverus.infra.report.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tour is right: its texts add up to one file that checks clean, those marked {@code wrong} say
 * what stands below them, and what it answers is what the command answers.
 */
class TourTest {
    private static final Path PAGE = Path.of("..", "docs", "tour.md");
    private static final Pattern PIECE =
            Pattern.compile(
                    "(?ms)(?:^<!-- (wrong|in (\\S+)) -->\\R)?^```infra\\R(.*?)^```$"
                            + "|^<!-- (says|answer (.*?)) -->\\R```text\\R.*?^```\\R<!-- end -->$");

    @TempDir Path folder;
    private final StringBuilder text = new StringBuilder();
    private String wrong = "";

    @Test
    void everyTextIsRightAndEveryAnswerTrue() throws IOException {
        Matcher m = PIECE.matcher(Files.readString(PAGE));
        StringBuilder page = new StringBuilder();
        while (m.find()) {
            m.appendReplacement(page, Matcher.quoteReplacement(piece(m.toMatchResult())));
        }
        m.appendTail(page);
        assertThat(call("check")).doesNotContain("note[");
        Goldens.check(PAGE, page.toString());
    }

    private String piece(MatchResult m) throws IOException {
        if (m.group(4) != null) return answer(m.group(4), m.group(5));
        String code = m.group(3);
        if ("wrong".equals(m.group(1))) {
            wrong = code;
        } else if (m.group(2) != null) {
            write(m.group(2), code);
        } else {
            text.append(code).append('\n');
            write("tour.infra", text.toString());
            // what is not used yet is used further below
            assertThat(call("check")).doesNotContain("error[", "warning[");
        }
        return m.group();
    }

    private String answer(String mark, String command) throws IOException {
        String said = command == null ? says() : call(command.split(" "));
        return "<!-- %s -->\n```text\n%s```\n<!-- end -->"
                .formatted(mark, said.replaceAll(" +(?=\n)", ""));
    }

    /** The errors of the text with the wrong piece below it. */
    private String says() throws IOException {
        write("tour.infra", text + wrong);
        String said = call("check");
        write("tour.infra", text.toString());
        String errors =
                Arrays.stream(said.split("\n\n"))
                        .filter(f -> f.startsWith("error["))
                        .collect(Collectors.joining("\n\n"));
        assertThat(errors).isNotEmpty();
        return errors + "\n";
    }

    private String call(String... command) {
        String[] args = new String[command.length + 1];
        args[0] = command[0];
        args[1] = folder.resolve("tour.infra").toString();
        System.arraycopy(command, 1, args, 2, command.length - 1);
        return Call.of(args).out().replace(folder + "/", "");
    }

    private void write(String name, String code) throws IOException {
        Files.writeString(folder.resolve(name), code);
    }
}
