// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the process begins. */
public final class Main {
    private static final int BUFFER = 1 << 16;

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Guice then makes no classes while it runs: a faster start, and no warning of the machine.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        // Reflection then makes no classes either: a tenth of the time of a short run.
        System.setProperty("jdk.reflect.useNativeAccessorOnly", "true");
        // A print stream swallows the error of a reader that has gone: a broken pipe is no defect.
        PrintStream out = stream(FileDescriptor.out, false);
        PrintStream err = stream(FileDescriptor.err, true);
        int code = InfraCommand.run(args, out, err, Environment.ofProcess());
        Runtime.getRuntime().halt(code);
    }

    private static PrintStream stream(FileDescriptor to, boolean atOnce) {
        FileOutputStream raw = new FileOutputStream(to);
        java.io.OutputStream buffered = new java.io.BufferedOutputStream(raw, BUFFER);
        return new PrintStream(buffered, atOnce, StandardCharsets.UTF_8);
    }
}
