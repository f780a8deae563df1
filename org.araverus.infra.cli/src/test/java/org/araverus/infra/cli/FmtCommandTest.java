// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
    private static final String WILD = "rack A{\n    size:42 U\n}\n";
    private static final String LAID = "rack A {\n  size: 42 U\n}\n";
    private static final String BROKEN = "rack A {\n    size:42 U\n";

    @TempDir Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String name(Path p) {
        return p.toString().replace('\\', '/');
    }

    private static Call withInput(String input, String... args) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            return Call.of(args);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void rewritesWhatIsLaidOutOtherwiseAndNamesIt() throws IOException {
        Path wild = write("wild.infra", WILD);
        Path laid = write("laid.infra", LAID);
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(laid, old);
        Call c = Call.of("fmt", folder.toString());
        assertThat(c).isEqualTo(new Call(0, name(wild) + "\n", ""));
        assertThat(wild).hasContent(LAID);
        assertThat(Files.getLastModifiedTime(laid)).isEqualTo(old);
        assertThat(Call.of("fmt", folder.toString())).isEqualTo(new Call(0, "", ""));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void keepsPermissionsAndLinks() throws IOException {
        Path wild = write("wild.infra", WILD);
        if (!wild.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Files.setPosixFilePermissions(wild, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.infra"), wild);
        assertThat(Call.of("fmt", link.toString()).code()).isZero();
        assertThat(wild).hasContent(LAID);
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(wild)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void checkNamesTheFirstLineAndChangesNothing() throws IOException {
        Path wild = write("wild.infra", WILD);
        Call c = Call.of("fmt", "--check", wild.toString());
        assertThat(c).isEqualTo(new Call(1, name(wild) + ":1\n  - rack A{\n  + rack A {\n", ""));
        assertThat(wild).hasContent(WILD);
        write("wild.infra", LAID);
        assertThat(Call.of("fmt", "--check", wild.toString())).isEqualTo(new Call(0, "", ""));
    }

    /** What cannot be seen in two lines is said. */
    @Test
    void checkSaysWhatIsNotSeen() throws IOException {
        String[][] cases = {
            {LAID.stripTrailing(), ":3  a line break is missing at the end\n"},
            {LAID.replace("\n", "\r\n"), ":1  a carriage return stands before the line's end\n"},
            {LAID.replace("U\n", "U  \n"), ":2  blanks stand at the line's end\n"},
            {LAID.replace("{\n", "{\n\n"), ":2  an empty line too much\n"},
            {"package a\n" + LAID, ":2  an empty line is missing before this one\n"},
            {LAID + "\n", ":4  an empty line too much\n"},
        };
        for (String[] c : cases) {
            Path f = write("a.infra", c[0]);
            assertThat(Call.of("fmt", "--check", f.toString()))
                    .isEqualTo(new Call(1, name(f) + c[1], ""));
        }
    }

    @Test
    void aTextThatDoesNotParseStaysAndTheOthersAreDone() throws IOException {
        Path broken = write("broken.infra", BROKEN);
        Path wild = write("wild.infra", WILD);
        Call c = Call.of("fmt", folder.toString());
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.out()).isEqualTo(name(wild) + "\n");
        assertThat(c.err())
                .isEqualTo(
                        "infra: "
                                + name(broken)
                                + ":2:13: a } is missing at the end of the file;"
                                + " this text stays as it is\n");
        assertThat(broken).hasContent(BROKEN);
        assertThat(Call.of("fmt", "--check", folder.toString()).code()).isEqualTo(2);
    }

    @Test
    void inputToOutput() {
        assertThat(withInput(WILD, "fmt", "-")).isEqualTo(new Call(0, LAID, ""));
        Call c = withInput(BROKEN, "fmt", "-");
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.out()).isEmpty();
        assertThat(c.err()).startsWith("infra: input:2:13: ");
        assertThat(withInput(WILD, "fmt", "--check", "-"))
                .isEqualTo(new Call(1, "input:1\n  - rack A{\n  + rack A {\n", ""));
    }

    @Test
    void misuse() {
        assertThat(Call.of("fmt").code()).isEqualTo(2);
        assertThat(Call.of("fmt", folder.resolve("none.infra").toString()).err())
                .contains("there is no such file");
        Call c = Call.of("fmt", "-", folder.toString());
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.err()).isEqualTo("infra: - is the whole input; it goes with no other path\n");
    }
}
