// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What a call finds around it.
 *
 * @param variables of the process
 * @param outIsTerminal whether a person watches the standard output
 * @param errIsTerminal whether a person watches the error output
 */
public record Environment(
        Map<String, String> variables, boolean outIsTerminal, boolean errIsTerminal) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** Nobody watches, no variable is set. */
    public static Environment quiet() {
        return new Environment(Map.of(), false, false);
    }

    /** Of this process. A launcher that knows better says which streams are terminals. */
    static Environment ofProcess() {
        String known = System.getProperty("infra.terminals");
        boolean out = known == null ? isTerminal(1) : known.contains("1");
        boolean err = known == null ? isTerminal(2) : known.contains("2");
        return new Environment(System.getenv(), out, err);
    }

    /** Looks where the stream leads; Java itself tells only of input and output together. */
    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    /** Whether colours are wanted on a stream, unless the call itself says so. */
    boolean colours(boolean terminal) {
        boolean refused = !variables.getOrDefault("NO_COLOR", "").isEmpty();
        return terminal && !refused && !"dumb".equals(variables.get("TERM"));
    }

    /** Whether signs beyond ASCII can be shown: what the locale says, where it says anything. */
    boolean unicode() {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = variables.getOrDefault(name, "");
            if (!locale.isEmpty()) {
                String l = locale.toUpperCase(Locale.ROOT);
                return l.contains("UTF-8") || l.contains("UTF8");
            }
        }
        return !isWindows() || Charset.forName(windowsEncoding()).newEncoder().canEncode('█');
    }

    private boolean isWindows() {
        return "Windows_NT".equals(variables.get("OS"));
    }

    private static String windowsEncoding() {
        return System.getProperty("stdout.encoding", "US-ASCII");
    }
}
