// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogImportTest {
    @TempDir Path folder;

    @Test
    void theFirstFactIsTheValueAndTheOthersANote() throws IOException {
        Path facts =
                Files.writeString(
                        folder.resolve("facts.csv"),
                        """
                        kind,name,attribute,value,unit,source
                        accelerator,X-1,hbm_bw,2039,GB/s,sheet a
                        accelerator,X-1,hbm_bw,2000,GB/s,sheet b
                        accelerator,X-1,hbm_capacity,80,GB,sheet a
                        accelerator,X-1,idle,45,W,from_memory (a guess)
                        accelerator,X-1,colour,3,count,sheet a
                        """);
        Path layout =
                Files.writeString(
                        folder.resolve("layout.csv"),
                        """
                        file,kind,name,identifier,extends,extra,doc
                        maker/x.infra,accelerator,X-1,X_1,,,The first X.
                        """);
        CatalogImport i = new CatalogImport();
        i.facts(facts);
        i.write(layout, folder);
        assertThat(Files.readString(folder.resolve("maker/x.infra")))
                .isEqualTo(
                        """
                        // SPDX-License-Identifier: EPL-2.0
                        package araverus.maker

                        /** The first X. */
                        @source("sheet a")
                        accelerator X_1 {
                          alias: ["X-1"]
                          memory {
                            capacity: 80 GiB
                            bandwidth: 2039 GB/s   // 2000 GB/s by sheet b
                          }
                          power {
                            idle: 45 W @source("unverified")
                          }
                        }
                        """);
        assertThat(i.leftOut()).containsOnlyKeys("accelerator colour");
    }
}
