// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, a person gets a sentence and a place, and a script an exit code. */
class BadInputTest {
    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Call check(Path path) {
        return orderly(Call.of("check", path.toString()));
    }

    private static Call orderly(Call c) {
        assertThat(c.code()).isIn(0, 1, 2);
        assertThat(c.wordsOfTheMachine()).isEmpty();
        if (c.code() == 1) assertThat(c.out() + c.err()).containsPattern("(?m)^error\\[");
        if (c.code() == 2) assertThat(c.err()).startsWith("infra: ");
        return c;
    }

    @Test
    void missing() {
        String path = folder.resolve("none.infra").toString();
        for (String[] args :
                new String[][] {
                    {"check", path},
                    {"evaluate", path},
                    {"evaluate", folder.resolve("none.design.json").toString()},
                    {"compile", path, "--out", folder.toString()}
                }) {
            Call c = orderly(Call.of(args));
            assertThat(c.code()).isEqualTo(2);
            assertThat(c.err()).contains("none.");
        }
    }

    @Test
    void aFolderWithoutTexts() {
        Call c = check(folder);
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.err()).contains(folder.toString());
    }

    @Test
    void empty() throws IOException {
        Path file = file("empty.infra", "");
        assertThat(check(file).code()).isZero();
        Call c = orderly(Call.of("evaluate", file.toString()));
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.err()).contains("has no evaluate");
    }

    @Test
    void binary() throws IOException {
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * 31 % 251);
        Call c = check(Files.write(folder.resolve("binary.infra"), bytes));
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.err()).contains("binary.infra");
    }

    @Test
    void notUtf8() throws IOException {
        byte[] bytes = "package a\n\n// gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("latin.infra"), bytes);
        Call c = check(file);
        assertThat(c.code()).isEqualTo(2);
        assertThat(c.err()).contains("latin.infra:3:6");
    }

    @Test
    void compiledDesignsThatAreNone() throws IOException {
        for (String text :
                new String[] {
                    "",
                    "{",
                    "[]",
                    "{}",
                    "{\"schema\": 1}",
                    "{\"schema\": 99}",
                    "{\"schema\": 1, \"language\": 3}",
                    "{\"schema\":1,\"language\":\"1\",\"catalog\":\"1\",\"name\":\"\","
                            + "\"elements\":{},\"trace\":{}}",
                    "[".repeat(100_000),
                    "{\"a\":".repeat(100_000),
                    "{\"schema\": 1e999}",
                    "\u0000\u0001"
                }) {
            Call c = orderly(Call.of("evaluate", file("x.design.json", text).toString()));
            assertThat(c.code()).as(text.substring(0, Math.min(40, text.length()))).isEqualTo(2);
            assertThat(c.err()).contains("x.design.json").hasSizeLessThan(400);
        }
    }

    @Test
    void hugeNumbersAndUnknownUnits() throws IOException {
        Call c =
                check(
                        file(
                                "numbers.infra",
                                """
                                package a

                                rack R {
                                  power { budget: 1e999 kW   max: 12 parsecs   feeds: 99999999999999999999999 }
                                  size: 1e308 m   weight_limit: -5 kg
                                }
                                """));
        assertThat(c.code()).isEqualTo(1);
        assertThat(c.out()).contains("numbers.infra:4:").contains("parsecs");
    }

    @Test
    void deepNesting() throws IOException {
        int deep = 10_000;
        String blocks = "package a\n\nrack R {\n" + "power {\n".repeat(deep);
        assertThat(check(file("open.infra", blocks)).code()).isEqualTo(1);
        String closed = blocks + "}\n".repeat(deep) + "}\n";
        assertThat(check(file("closed.infra", closed)).code()).isEqualTo(1);
        String braces = "package a\n\nlet x = " + "(".repeat(deep) + "1" + ")".repeat(deep) + "\n";
        check(file("braces.infra", braces));
        check(file("minus.infra", "package a\n\nlet x = " + "-".repeat(deep) + "1\n"));
    }

    @Test
    void manyLines() throws IOException {
        StringBuilder text = new StringBuilder("package a\n");
        for (int i = 0; i < 10_000; i++)
            text.append("\nrack R")
                    .append(i)
                    .append(" {\n")
                    .append("  power { budget: ")
                    .append(i + 1)
                    .append(" kW }\n")
                    .append("  // a line of talk\n")
                    .append("  size: 2 m   weight_limit: 900 kg\n")
                    .append("}\n\n\n\n\n");
        text.append("rack Last { power { budget: 5 parsecs } }\n");
        assertThat(text.toString().lines().count()).isGreaterThan(90_000);
        Call c = check(file("long.infra", text.toString()));
        assertThat(c.code()).isEqualTo(1);
        assertThat(c.out()).contains("parsecs");
    }

    @Test
    void oneVeryLongLine() throws IOException {
        String line = "let x = " + "1 + ".repeat(20_000) + "2 parsecs\n";
        Call c = check(file("line.infra", "package a\n\n" + line));
        assertThat(c.code()).isEqualTo(1);
        assertThat(c.out().lines()).allMatch(l -> l.length() < 400);
    }

    @Test
    void signsOfAllKinds() throws IOException {
        check(
                file(
                        "signs.infra",
                        "package a\n\nrack R\u00e4ck\u202e { \u0000 \ud83d\ude00 ;;; @@ '' \" }\n"));
        check(file("bom.infra", "\ufeffpackage a\n\nrack R { size: 2 m }\n"));
        check(file("cr.infra", "package a\r\rrack R { size: 2 parsecs }\r"));
        check(file("quote.infra", "package a\n\nrack R { alias: \"never closed\n"));
        check(file("comment.infra", "package a\n\n/* never closed\nrack R { }\n"));
    }

    @Test
    void filesThatImportEachOther() throws IOException {
        file("a.infra", "package a\n\nimport a.*\nimport b.*\n\nrack A extends B { size: 2 m }\n");
        file("b.infra", "package b\n\nimport c.*\n\nrack B extends C { }\n");
        file("c.infra", "package c\n\nimport a.*\n\nrack C { size: 3 parsecs }\nlet c = A.size\n");
        Call c = check(folder);
        assertThat(c.code()).isEqualTo(1);
        assertThat(c.out()).contains("c.infra:5:").contains("parsecs");
    }

    @Test
    void ringsOfHeirs() throws IOException {
        file("a.infra", "package a\n\nimport b.*\n\nrack A extends B { size: 2 m }\n");
        file("b.infra", "package b\n\nimport c.*\n\nrack B extends C { size: 2 m }\n");
        file("c.infra", "package c\n\nimport a.*\n\nrack C extends A { size: 2 m }\n");
        Path own = file("d.infra", "package d\n\nrack Own extends Own { size: 2 m }\n");
        Call c = check(folder);
        assertThat(c.code()).isEqualTo(1);
        for (String name : new String[] {"a", "b", "c"})
            assertThat(c.out()).contains(name + ".infra:5:");
        assertThat(check(own).out()).contains("d.infra:3:");
    }

    @Test
    void ringsOfPartsAndValues() throws IOException {
        Path file =
                file(
                        "ring.infra",
                        """
                        package a

                        let x = y + 1
                        let y = x * 2
                        cluster C { racks: 2 x R   inner: 1 x D }
                        cluster D { inner: 1 x C }
                        rack R { size: height   height: size   power { budget: power.budget } }
                        evaluate E {
                          run W on C
                          require E.step_time <= E.step_time
                        }
                        workload W { }
                        """);
        assertThat(check(file).code()).isEqualTo(1);
        orderly(Call.of("evaluate", file.toString()));
        orderly(Call.of("compile", file.toString(), "--out", folder.resolve("out").toString()));
    }

    /** All that stands on a screen while somebody writes a design down. */
    @Test
    void halfTyped() throws IOException {
        Path examples = Path.of("../examples");
        for (String name :
                new String[] {"first-rack/broken.infra", "mixed-fleet/mixed-fleet.infra"}) {
            String text = Files.readString(examples.resolve(name));
            for (int end = 3; end < text.length(); end += text.length() / 40) {
                Path half = file("half.infra", text.substring(0, end));
                check(half);
                orderly(Call.of("evaluate", half.toString()));
            }
        }
    }
}
