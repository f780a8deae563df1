// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli.jar;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Rewrites class files older than Java 6 in a jar: a class archive takes none of those, nor what
 * stands on them, and half of EMF and Guice would be read and verified at each start.
 */
public final class RaiseClassFiles {
    /** The first version that an archive takes (Java 6). */
    private static final int LEAST = 50;

    private RaiseClassFiles() {}

    /**
     * @param args the jar
     */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Map<ZipEntry, byte[]> entries = read(jar);
        Map<String, byte[]> byName = new LinkedHashMap<>();
        entries.forEach((e, bytes) -> byName.put(e.getName(), bytes));
        Supertypes supertypes = new Supertypes(byName);
        Path raised = jar.resolveSibling(jar.getFileName() + ".raised");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(raised));
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<ZipEntry, byte[]> e : entries.entrySet()) {
                out.putNextEntry(copy(e.getKey()));
                out.write(
                        isOld(e.getKey(), e.getValue())
                                ? raise(e.getValue(), supertypes)
                                : e.getValue());
            }
        }
        Files.move(raised, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<ZipEntry, byte[]> read(Path jar) throws IOException {
        Map<ZipEntry, byte[]> all = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry e : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(e)) {
                    all.put(e, in.readAllBytes());
                }
            }
        }
        return all;
    }

    private static ZipEntry copy(ZipEntry e) {
        ZipEntry copy = new ZipEntry(e.getName());
        copy.setTimeLocal(e.getTimeLocal());
        return copy;
    }

    private static boolean isOld(ZipEntry e, byte[] bytes) {
        return e.getName().endsWith(".class") && version(bytes) < LEAST;
    }

    /** The version of a class file. */
    static int version(byte[] classFile) {
        return (classFile[6] & 255) << 8 | classFile[7] & 255;
    }

    /** The same class as of Java 7: subroutines inlined, stack maps computed. */
    static byte[] raise(byte[] classFile, Supertypes supertypes) {
        ClassWriter writer =
                new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
                    @Override
                    protected String getCommonSuperClass(String a, String b) {
                        return supertypes.common(a, b);
                    }
                };
        new ClassReader(classFile).accept(new Raised(writer), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private static final class Raised extends ClassVisitor {
        Raised(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version, int access, String name, String sign, String parent, String[] types) {
            super.visit(Opcodes.V1_7, access, name, sign, parent, types);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, String sign, String[] thrown) {
            MethodVisitor next = super.visitMethod(access, name, type, sign, thrown);
            return new JSRInlinerAdapter(next, access, name, type, sign, thrown);
        }
    }
}
