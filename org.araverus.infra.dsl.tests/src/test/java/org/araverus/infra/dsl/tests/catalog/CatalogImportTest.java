// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.araverus.infra.dsl.tests.catalog.Attributes.Target;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.Workspace;
import org.araverus.infra.engine.finding.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogImportTest {
    private static final String FACTS =
            """
            kind,name,attribute,value,unit,source
            accelerator,X-1,hbm_bw,2039,GB/s,maker/tables systems/one/x1.yaml
            accelerator,X-1,hbm_bw,2000,GB/s,maker/notes accelerators/README.md
            accelerator,X-1,hbm_bw,1900,GB/s,from_memory
            accelerator,X-1,hbm_capacity,80,GB,maker/tables systems/one/x1.yaml; another site
            accelerator,X-1,hbm_capacity_usable,80,GiB,maker/tables systems/one/x1.yaml
            accelerator,X-1,idle,45,W,from_memory (a guess)
            accelerator,X-1,colour,3,count,maker/tables systems/one/x1.yaml
            accelerator,X-1,gemm_eff_compute_bf16,0.76,1,fitted for this project on tables (see a)
            accelerator,X-1,gemm_error_bf16,6.5,%,fitted for this project on tables
            accelerator,X-2,hbm_bw,12000.5,GB/s,sheet
            accelerator,X-3,hbm_bw,1,GB/s,sheet
            switch,S.1,ports,64,count,sheet
            switch,S.1,power,1300,W,from_memory
            model,M-1,layers,24,count,paper
            model,M-1,hidden,102400,count,paper
            model,M-1,gated_ffn,0,flag,paper
            model,M-1,params_total,1.7,1e9,paper
            """;
    private static final String LAYOUT =
            """
            file,kind,name,identifier,like,also,doc
            maker/x.infra,accelerator,X-1,X_1,,X1;x-one,The first X.
            maker/x.infra,accelerator,X-2,X_2,X-1,,The second X.
            maker/s.infra,switch,S.1,S1,,,A switch.
            models/m.infra,model,M-1,M_1,,,A model.
            """;

    @TempDir Path folder;
    private CatalogImport catalog;

    @BeforeEach
    void run() throws IOException {
        catalog = new CatalogImport();
        catalog.facts(Files.writeString(folder.resolve("facts.csv"), FACTS));
        catalog.write(Files.writeString(folder.resolve("layout.csv"), LAYOUT), folder);
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Sources once where most agree, other figures as notes, efficiencies from the same chip. */
    @Test
    void accelerators() throws IOException {
        assertThat(text("maker/x.infra"))
                .isEqualTo(
                        """
                        // SPDX-License-Identifier: EPL-2.0
                        package araverus.maker

                        /** The first X. */
                        @source("maker/tables x1.yaml")
                        accelerator X_1 {
                          alias: ["X-1", "X1", "x-one"]
                          memory {
                            capacity: 80 GiB   usable: 80 GiB
                            bandwidth: 2.039 TB/s   // 2 TB/s by maker/notes accelerators; 1.9 TB/s, unverified
                          }
                          power { idle: 45 W @source("unverified") }
                          efficiency {
                            bf16 { compute: 0.76 +- 13 % @source("fit to tables") }
                            fp16 { compute: 0.76 +- 13 % @source("fit to tables") }
                          }
                        }

                        /** The second X. */
                        @source("sheet")
                        accelerator X_2 {
                          alias: ["X-2"]
                          memory { bandwidth: 12.0005 TB/s }
                          efficiency {
                            bf16 { compute: 0.76 +- 13 % @source("as X_1, the same chip") }
                            fp16 { compute: 0.76 +- 13 % @source("as X_1, the same chip") }
                          }
                        }
                        """);
    }

    @Test
    void switchesAndModels() throws IOException {
        assertThat(text("maker/s.infra"))
                .endsWith(
                        """
                        @source("sheet")
                        switch S1 {
                          ports: 64
                          power { max: 1.3 kW @source("unverified") }
                        }
                        """);
        assertThat(text("models/m.infra"))
                .endsWith(
                        """
                        @source("paper")
                        model M_1 {
                          alias: ["M-1"]
                          layers: 24   hidden: 102_400   gated: false
                          published { parameters: 1.7e9 }
                        }
                        """);
    }

    /** Every fact is written, or counted as one without attribute or without a place. */
    @Test
    void nothingIsLostInSilence() {
        assertThat(catalog.report())
                .isEqualTo(
                        """
                        facts: 17
                        of parts without a place: 1
                          accelerator X-3: 1
                        without an attribute: 1
                          accelerator colour: 1
                        written, as values or notes: 15
                        """);
    }

    /**
     * Each fact that is taken goes to an attribute that the language knows, in a unit it accepts.
     */
    @Test
    void everyTargetIsAnAttribute() {
        StringBuilder text = new StringBuilder();
        int targets = 0;
        for (String kind : Attributes.kinds())
            for (Target t : Attributes.of(kind)) {
                List<Fact> one = List.of(new Fact(t.fact(), "1", "", "sheet"));
                String name = "Part" + targets++;
                String part = new PartText(kind, name, List.of(name), "A part.", one).text();
                assertThat(part).contains(t.path().substring(t.path().lastIndexOf('.') + 1));
                text.append(part);
            }
        List<String> wrong = new ArrayList<>();
        for (Diagnostic d : Workspace.ofTexts(Map.of("parts.infra", text.toString())).check())
            if (d.severity() == Severity.ERROR && !d.code().equals("missing-value"))
                wrong.add(d.code() + ": " + d.message());
        assertThat(wrong).isEmpty();
        assertThat(targets).isGreaterThan(50);
    }
}
