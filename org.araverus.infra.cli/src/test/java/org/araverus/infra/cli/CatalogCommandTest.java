// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.araverus.infra.dsl.resource.Catalog;
import org.araverus.infra.dsl.resource.Catalog.Entry;
import org.araverus.infra.engine.registry.Schema;
import org.araverus.infra.report.Goldens;
import org.araverus.infra.report.Schemas;
import org.junit.jupiter.api.Test;

class CatalogCommandTest {
    private static List<Entry> parts() {
        return Catalog.entries().stream()
                .filter(e -> Schema.builtIn().kind(e.kind()) != null)
                .toList();
    }

    private static Call fine(String... args) {
        Call c = Call.of(args);
        assertThat(c.err()).isEmpty();
        assertThat(c.code()).isZero();
        return c;
    }

    @Test
    void withoutANameAllPartsAreListedByPackage() {
        String all = fine("catalog").out();
        assertThat(all.lines()).allMatch(l -> l.length() <= 100);
        assertThat(all).contains("\naraverus.nvidia\n  accelerator ");
        for (Entry e : parts())
            assertThat(all).containsPattern("(?m)^  .{11} +" + e.simpleName() + "( |$)");
    }

    @Test
    void aKindAndAPackageAreLists() {
        assertThat(fine("catalog", "model").out())
                .contains("Llama_31_405B")
                .doesNotContain("DGX_H100");
        assertThat(fine("catalog", "araverus.hosts").out())
                .startsWith("araverus.hosts\n")
                .contains("EPYC_7742")
                .doesNotContain("araverus.nvidia");
    }

    /** Of every part there is a page, and it follows the schema. */
    @Test
    void everyPartHasAPage() {
        for (Entry e : parts()) {
            String page = fine("catalog", e.name()).out();
            assertThat(page).startsWith(e.kind() + " " + e.simpleName() + "   " + e.packageName());
            assertThat(page).contains(e.file() + ":").doesNotContain("null");
            assertThat(page.lines()).as(e.name()).allMatch(l -> l.length() <= 120);
            Schemas.assertValid(
                    "catalog.schema.json", fine("catalog", e.name(), "--format=json").out());
            for (String alias : e.aliases())
                assertThat(fine("catalog", alias).out()).contains(e.simpleName());
        }
        Schemas.assertValid("catalog.schema.json", fine("catalog", "--format=json").out());
    }

    @Test
    void pagesOfOneOfEachSort() {
        Goldens.check(getClass(), "h100.txt", fine("catalog", "H100_SXM").out());
        Goldens.check(getClass(), "nvl72.txt", fine("catalog", "GB200_NVL72").out());
        Goldens.check(getClass(), "v3.txt", fine("catalog", "DeepSeek-V3").out());
        Goldens.check(getClass(), "v3.json", fine("catalog", "DeepSeek-V3", "--format=json").out());
    }

    @Test
    void namesNeedNotBeExact() {
        String page = fine("catalog", "H100_SXM").out();
        assertThat(fine("catalog", "h100-sxm").out()).isEqualTo(page);
        assertThat(fine("catalog", "h100").out()).contains("H100_PCIe", "DGX_H100");
        Call slip = Call.of("catalog", "H100_SMX");
        assertThat(slip.out()).isEqualTo(page);
        assertThat(slip.err()).isEqualTo("infra: the catalog has no H100_SMX; this is H100_SXM\n");
    }

    @Test
    void whatIsNotThereIsSaid() {
        for (String word : List.of("zebra", "--", "$%")) {
            Call c = Call.of("catalog", "--", word);
            assertThat(c.code()).isEqualTo(2);
            assertThat(c.out()).isEmpty();
            assertThat(c.err()).startsWith("infra: the catalog has nothing like " + word);
        }
    }
}
