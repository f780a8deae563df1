// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.araverus.infra.dsl.ide.text.Lines;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renaming over files; the texts after it are what counts, and that they are as right as before.
 */
class RenameTest {
    private static final String PARTS =
            """
            package parts

            unit drawer = 3 U
            let reserve = 2 kW

            node Box { power { max: 10 kW }   size: 1 drawer }

            rack Base {
              let spare = 1 kW
              nodes: 2 x Box
              power { budget: 20 kW + spare + reserve }
            }

            topology Net is clos {
              link: 400 Gbit/s
              tier leaf { endpoints: 16 }
            }
            """;

    private static final String DESIGN =
            """
            package design

            import parts.*
            import parts.Base

            rack Heir extends Base {
              let spare = 3 kW
              nodes: 3 x Box
              weight_limit: 40 kg * nodes.count
            }

            rack Less extends Heir { without nodes }

            topology Wide extends Net {
              tier leaf { endpoints: 32 }
            }

            cluster C { racks: 2 x Heir   network: Wide }

            evaluate E {
              let free = Heir.power.budget - reserve
              require Wide.leaf.endpoints >= 16
              require free >= 1 kW
            }
            """;

    @TempDir Path folder;
    private Client editor;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("parts.infra"), PARTS);
        Files.writeString(folder.resolve("design.infra"), DESIGN);
        editor = new Client(folder);
        editor.open("parts.infra");
        editor.open("design.infra");
    }

    @AfterEach
    void close() {
        editor.close();
    }

    /** Renames in all files, and looks that nothing is said about them that was not said before. */
    private Map<String, String> rename(String file, String piece, String name) {
        List<String> before = said();
        Map<String, String> all = new TreeMap<>();
        editor.texts()
                .rename(new RenameParams(editor.file(file), editor.at(file, piece), name))
                .join()
                .getChanges()
                .forEach((uri, edits) -> all.put(uri.replaceFirst(".*/", ""), after(uri, edits)));
        all.forEach(editor::type);
        assertThat(said()).isEqualTo(before);
        return all;
    }

    private List<String> said() {
        List<String> all = new ArrayList<>(editor.findings("parts.infra"));
        all.addAll(editor.findings("design.infra"));
        return all;
    }

    private String after(String uri, List<TextEdit> edits) {
        StringBuilder s = new StringBuilder(editor.text(uri.replaceFirst(".*/", "")));
        Lines lines = new Lines(s.toString());
        List<TextEdit> up = new ArrayList<>(edits);
        Collections.reverse(up);
        for (TextEdit e : up)
            s.replace(
                    lines.offset(e.getRange().getStart()),
                    lines.offset(e.getRange().getEnd()),
                    e.getNewText());
        return s.toString();
    }

    private String refusal(String file, String piece, String name) {
        var params = new RenameParams(editor.file(file), editor.at(file, piece), name);
        Throwable t = catchThrowable(() -> editor.texts().rename(params).join());
        assertThat(t).isInstanceOf(CompletionException.class);
        return ((ResponseErrorException) t.getCause()).getResponseError().getMessage();
    }

    @Test
    void anElementWithItsImport() {
        var after = rename("design.infra", "Heir extends Ba|se", "Frame");
        assertThat(after.get("parts.infra")).isEqualTo(PARTS.replace("Base", "Frame"));
        assertThat(after.get("design.infra")).isEqualTo(DESIGN.replace("Base", "Frame"));
    }

    @Test
    void aLetOfAFileAndOfAnElement() {
        var after = rename("parts.infra", "spare + res|erve", "kept");
        assertThat(after.get("design.infra")).isEqualTo(DESIGN.replace("reserve", "kept"));
        assertThat(after.get("parts.infra")).isEqualTo(PARTS.replace("reserve", "kept"));
        after = rename("parts.infra", "let sp|are", "more");
        assertThat(after.get("parts.infra")).contains("let more", "20 kW + more + kept");
        assertThat(after.get("design.infra")).contains("let more = 3 kW");
        after = rename("design.infra", "require fr|ee", "left");
        assertThat(after.keySet()).containsExactly("design.infra");
        assertThat(after.get("design.infra")).contains("let left", "require left >= 1");
    }

    @Test
    void aRoleAndANamedBlockWithTheirHeirs() {
        var after = rename("design.infra", "no|des.count", "boxes");
        assertThat(after.get("parts.infra")).contains("boxes: 2 x Box");
        assertThat(after.get("design.infra"))
                .contains("boxes: 3 x Box", "boxes.count", "without boxes");
        after = rename("parts.infra", "tier le|af", "pod");
        assertThat(after.get("parts.infra")).contains("tier pod");
        assertThat(after.get("design.infra")).contains("tier pod", "Wide.pod.endpoints");
    }

    @Test
    void aUnit() {
        var after = rename("parts.infra", "1 draw|er", "tray");
        assertThat(after.get("parts.infra")).isEqualTo(PARTS.replace("drawer", "tray"));
    }

    @Test
    void theNameUnderTheCaret() {
        var params =
                new PrepareRenameParams(
                        editor.file("design.infra"), editor.at("design.infra", "nodes|.count"));
        var found = editor.texts().prepareRename(params).join().getSecond();
        assertThat(found.getPlaceholder()).isEqualTo("nodes");
        assertThat(found.getRange().getStart())
                .isEqualTo(editor.at("design.infra", "|nodes.count"));
        assertThat(found.getRange().getEnd()).isEqualTo(editor.at("design.infra", "nodes|.count"));
        params =
                new PrepareRenameParams(
                        editor.file("design.infra"),
                        editor.at("design.infra", "weight_limit: 4|0"));
        assertThat(editor.texts().prepareRename(params).join()).isNull();
    }

    @Test
    void whatCannotBeTaken() {
        assertThat(refusal("parts.infra", "rack Ba|se", "9 lives"))
                .isEqualTo(
                        "\"9 lives\" is no name: letters, digits and _ make one, a letter or _"
                                + " begins it");
        assertThat(refusal("parts.infra", "let res|erve", "if"))
                .isEqualTo("if is a word of the language and cannot name this");
        assertThat(refusal("parts.infra", "unit dra|wer", "rack"))
                .isEqualTo("rack is a word of the language and cannot name this");
        assertThat(refusal("design.infra", "rack He|ir", "Less"))
                .isEqualTo("design has a rack Less already, in design.infra");
        assertThat(refusal("design.infra", "no|des.count", "spare"))
                .isEqualTo("rack Heir has a let spare already");
        assertThat(refusal("design.infra", "no|des.count", "weight_limit"))
                .isEqualTo("weight_limit is an attribute of every rack");
        assertThat(refusal("parts.infra", "node Bo|x", "Heir"))
                .isEqualTo("Heir means rack design.Heir in line 8 of design.infra");
        assertThat(refusal("design.infra", "we|ight_limit: 40", "mass"))
                .isEqualTo("weight_limit is a name of the language and stays");
        assertThat(refusal("design.infra", "4|0 kg", "mass")).isEqualTo("there is no name here");
    }
}
