// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old class files are raised, and do what they did. */
class RaiseClassFilesTest {
    /** An old class of EMF with loops, branches and a hash table. */
    private static final String OLD = "org/eclipse/emf/common/util/UniqueEList.class";

    @TempDir Path folder;

    @Test
    void aRaisedClassDoesWhatItDid() throws Exception {
        byte[] before = bytes(OLD);
        assertThat(RaiseClassFiles.version(before)).isLessThan(50);
        byte[] after = RaiseClassFiles.raise(before, new Supertypes(Map.of()));
        assertThat(RaiseClassFiles.version(after)).isEqualTo(51);
        Class<?> raised = new Loader().define(OLD.replace(".class", "").replace('/', '.'), after);
        @SuppressWarnings("unchecked")
        List<String> list = (List<String>) raised.getConstructor().newInstance();
        list.addAll(List.of("a", "b", "a"));
        assertThat(list).containsExactly("a", "b");
    }

    @Test
    void whatIsNewEnoughStaysAsItIs() throws IOException {
        Path jar = folder.resolve("a.jar");
        byte[] ours = bytes("org/araverus/infra/cli/Main.class");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            entry(out, "Main.class", ours);
            entry(out, OLD, bytes(OLD));
            entry(out, "a.txt", new byte[] {1, 2, 3});
        }
        RaiseClassFiles.main(new String[] {jar.toString()});
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(content(zip, "Main.class")).isEqualTo(ours);
            assertThat(content(zip, "a.txt")).containsExactly(1, 2, 3);
            assertThat(RaiseClassFiles.version(content(zip, OLD))).isEqualTo(51);
            assertThat(zip.size()).isEqualTo(3);
        }
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(RaiseClassFilesTest.class.getClassLoader());
        }

        Class<?> define(String name, byte[] bytes) {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static void entry(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
    }
}
