// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** The classes of a jar by their superclass, read and not loaded; the JDK's behind them. */
final class Supertypes {
    private static final String OBJECT = "java/lang/Object";

    private final Map<String, byte[]> entries;
    private final Map<String, ClassReader> read = new HashMap<>();

    Supertypes(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /** The nearest superclass of two; an interface counts as an object, as verifiers see it. */
    String common(String a, String b) {
        Set<String> above = new LinkedHashSet<>();
        for (String s = a; s != null; s = parent(s)) above.add(s);
        for (String s = b; s != null; s = parent(s)) if (above.contains(s)) return s;
        return OBJECT;
    }

    private @Nullable String parent(String type) {
        ClassReader r = read.computeIfAbsent(type, this::read);
        boolean isInterface = r != null && (r.getAccess() & Opcodes.ACC_INTERFACE) != 0;
        return r == null || isInterface ? null : r.getSuperName();
    }

    private @Nullable ClassReader read(String type) {
        String file = type + ".class";
        byte[] own = entries.get(file);
        if (own != null) return new ClassReader(own);
        try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
            return in == null ? null : new ClassReader(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
