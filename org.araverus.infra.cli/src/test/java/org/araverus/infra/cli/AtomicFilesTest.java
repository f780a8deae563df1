// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void filesReplaceWhatIsThere() throws IOException {
        Path file = folder.resolve("new/a.json");
        AtomicFiles.write(Map.of(file, "one"));
        AtomicFiles.write(Map.of(file, "two"));
        assertThat(file).hasContent("two");
        assertThat(names()).containsExactly("new/a.json");
    }

    @Test
    void oneThatCannotBeWrittenLeavesNone() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Map<Path, String> texts = new LinkedHashMap<>();
        texts.put(folder.resolve("a.json"), "one");
        texts.put(folder.resolve("file/b.json"), "two");
        assertThatThrownBy(() -> AtomicFiles.write(texts)).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("file");
    }
}
