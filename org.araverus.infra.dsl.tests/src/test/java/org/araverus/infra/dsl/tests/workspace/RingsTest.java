// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.design.Node;
import org.junit.jupiter.api.Test;

/** What leads back to itself: a finding at each member that shows the ring, or no harm at all. */
class RingsTest {
    private final Map<String, String> texts = new LinkedHashMap<>();

    private void text(String name, String... lines) {
        texts.put(name, String.join("\n", lines) + "\n");
    }

    private List<String> said() {
        return Workspace.ofTexts(texts).check().stream().map(RingsTest::line).toList();
    }

    private static String line(Diagnostic d) {
        return "%s:%d %s: %s".formatted(d.place().file(), d.place().line(), d.code(), d.message());
    }

    @Test
    void filesMayImportEachOther() {
        text("a.infra", "package a", "import b.*", "node A extends B {}", "let one = 1 kW");
        text(
                "b.infra",
                "package b",
                "import c.*",
                "node B extends C { size: two }",
                "let two = 2 m");
        text("c.infra", "package c", "import a.*", "node C { power { max: one } }");
        Workspace w = Workspace.ofTexts(texts);
        assertThat(w.check()).isEmpty();
        Node a = (Node) w.design().elements().get("a.A");
        assertThat(a.power().max().si()).isEqualTo(1e3);
        assertThat(a.size().si()).isEqualTo(2);
    }

    @Test
    void aFileMayImportItself() {
        text("a.infra", "package a", "import a.*", "node A { size: x }", "let x = 1 m");
        assertThat(said()).noneMatch(s -> s.contains("cycl"));
    }

    @Test
    void heirsOfThemselves() {
        text("a.infra", "package a", "import b.*", "node A extends B { power { max: 1 kW } }");
        text("b.infra", "package b", "import a.*", "node B extends C {}", "node C extends A {}");
        text("c.infra", "package c", "node D extends D {}");
        assertThat(said())
                .containsExactly(
                        "a.infra:3 cyclic-extends: A extends itself: A extends B extends C extends A",
                        "b.infra:3 cyclic-extends: B extends itself: B extends C extends A extends B",
                        "b.infra:4 cyclic-extends: C extends itself: C extends A extends B extends C",
                        "c.infra:2 cyclic-extends: D extends itself: D extends D");
    }

    /** One who only leads into a ring is not in it. */
    @Test
    void anHeirOfARingIsNoMember() {
        text("a.infra", "package a", "node A extends B {}", "node B extends B {}");
        assertThat(said())
                .containsExactly("a.infra:3 cyclic-extends: B extends itself: B extends B");
    }

    @Test
    void valuesThatNeedThemselves() {
        text("a.infra", "package a", "import b.*", "let one = two + 1", "let of_it = one * 2");
        text("b.infra", "package b", "import a.*", "let two = one");
        assertThat(said())
                .filteredOn(s -> s.contains("value-cycle"))
                .containsExactly(
                        "a.infra:3 value-cycle: this value needs itself: one needs two needs one",
                        "b.infra:3 value-cycle: this value needs itself: two needs one needs two");
    }

    @Test
    void partsThatHoldThemselves() {
        text("a.infra", "package a", "node N { m: 2 x M }", "node M { n: 1 x N }");
        assertThat(said())
                .containsExactly(
                        "a.infra:2 part-of-itself: node N holds itself, by way of node M",
                        "a.infra:3 part-of-itself: node M holds itself, by way of node N");
    }
}
