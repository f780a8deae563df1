// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.araverus.infra.ledger.Ledger;
import org.araverus.infra.ledger.UnreadableTable;

/** Tables read, their rows predicted, the answer printed. */
final class LedgerAnswer {
    private LedgerAnswer() {}

    static void print(Given given, Terminal terminal) throws UsageException {
        Ledger ledger = read(given.plain());
        String what = "predicting " + ledger.size() + " rows";
        Ledger.Result result =
                Progress.during(terminal, what, ledger::predict).by(given.value("--by"));
        if (given.has("--texts")) write(Path.of(given.value("--texts")), result.texts());
        boolean json = given.value("--format").equals("json");
        terminal.out().print(json ? result.json() : result.text(given.has("--assumed")));
    }

    private static Ledger read(List<String> paths) throws UsageException {
        try {
            return Ledger.read(paths.stream().map(Path::of).toList());
        } catch (UnreadableTable e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static void write(Path folder, Map<String, String> texts) throws UsageException {
        Map<Path, String> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(folder.resolve(name), text));
        try {
            AtomicFiles.write(files);
        } catch (IOException e) {
            throw new UsageException("cannot write in " + folder + ": " + Reason.of(e));
        }
    }
}
