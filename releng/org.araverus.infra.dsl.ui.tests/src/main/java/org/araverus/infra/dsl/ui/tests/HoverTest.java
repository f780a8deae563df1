// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands where the pointer rests. */
class HoverTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void anAttributeSaysWhatItIs() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        editor.ask("fe|eds: 2");
        Ui.until(() -> Editor.popupText().contains("Number of feeds"), Editor::popupText);
    }

    @Test
    void aRackSaysWhatItDraws() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        editor.ask("rack Air|Rack {");
        Ui.until(() -> Editor.popupText().contains("42.5 kW"), Editor::popupText);
    }

    @Test
    void aFindingSaysWhatIsWrong() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/broken.infra", "broken.infra");
        editor.see("error", "rack AirRack draws");
        editor.ask("budget: 3|4 kW");
        Ui.until(() -> Editor.popupText().contains("rack AirRack draws"), Editor::popupText);
    }
}
