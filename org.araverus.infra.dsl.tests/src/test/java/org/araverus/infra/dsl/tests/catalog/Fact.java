// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.catalog;

/** One line of a table of facts. */
record Fact(String attribute, String value, String unit, String written) {

    boolean isVerified() {
        return !written.startsWith("from_memory");
    }

    /** Where it comes from, in a short form that stands by itself. */
    String source() {
        if (!isVerified()) return "unverified";
        String s = first(written.replaceAll(" \\(see [^)]*\\)", ""));
        s = s.replace("fitted for this project on ", "fit to ");
        s = s.replace(" in public GitHub files", "");
        s = s.replace("gemm_perf", "GEMM");
        // owner/repository path/to/file: the last folder says enough of a README, else the file
        s = s.replaceAll("([\\w.-]+/[\\w.-]+) (?:[\\w.*-]+/)*([\\w.*-]+)/README\\.md", "$1 $2");
        s = s.replaceAll("([\\w.-]+/[\\w.-]+) (?:[\\w.*-]+/)+([\\w.*-]+\\.\\w+)", "$1 $2");
        return s;
    }

    /** Of several sources that agree, the first; a semicolon inside brackets is its own. */
    private static String first(String sources) {
        int depth = 0;
        for (int i = 0; i < sources.length(); i++) {
            char c = sources.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ';' && depth == 0) return sources.substring(0, i);
        }
        return sources;
    }

    /** Whether it was fitted to measured kernels. */
    boolean isFitted() {
        return attribute.startsWith("gemm_") || attribute.startsWith("attn_");
    }

    /** Whether both are fits of the same operator and number format. */
    boolean isFittedAs(Fact other) {
        return isFitted() && operator().equals(other.operator());
    }

    private String operator() {
        return attribute.startsWith("attn_")
                ? "attention"
                : attribute.replaceFirst("gemm_(eff_compute|eff_memory|t0|error|combine)_", "");
    }

    Fact from(String source) {
        return new Fact(attribute, value, unit, source);
    }

    Fact renamed(String name) {
        return new Fact(name, value, unit, written);
    }
}
