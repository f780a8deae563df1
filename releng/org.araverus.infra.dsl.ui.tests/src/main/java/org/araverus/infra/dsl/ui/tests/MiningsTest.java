// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.inlined.AbstractInlinedAnnotation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Computed values between the words, results above an evaluate. */
class MiningsTest {
    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void aLensAboveAnEvaluate() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        Ui.until(
                () -> drawn(editor).stream().anyMatch(w -> w.matches("step .* s .*MFU .*")),
                () -> drawn(editor).toString());
        editor.caret("|evaluate Baseline");
        int line = editor.widget().getLineAtOffset(editor.widget().getCaretOffset());
        Ui.until(
                () -> editor.widget().getLineVerticalIndent(line) > 0,
                () -> "no room for the lens");
    }

    @Test
    void hintsBehindALayoutAndABudget() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        Ui.until(
                () ->
                        drawn(editor).stream().anyMatch(w -> w.strip().equals("dp 1"))
                                && drawn(editor).stream().anyMatch(w -> w.endsWith("kW used")),
                () -> drawn(editor).toString());
    }

    @Test
    void theyFollowWhatIsTyped() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        Ui.until(
                () -> drawn(editor).stream().anyMatch(w -> w.strip().equals("dp 1")),
                () -> drawn(editor).toString());
        editor.replace("pp: 4", "pp: 2");
        Ui.until(
                () -> drawn(editor).stream().anyMatch(w -> w.strip().equals("dp 2")),
                () -> drawn(editor).toString());
    }

    /** The words that are drawn: they stand in no widget, only in what paints itself. */
    static List<String> drawn(Editor editor) {
        List<String> all = new ArrayList<>();
        editor.viewer()
                .getAnnotationModel()
                .getAnnotationIterator()
                .forEachRemaining(
                        a -> {
                            if (a instanceof AbstractInlinedAnnotation) add(all, a);
                        });
        return all;
    }

    private static void add(List<String> all, Annotation a) {
        try {
            for (Class<?> c = a.getClass(); c != null; c = c.getSuperclass())
                for (Field f : c.getDeclaredFields()) {
                    if (!f.getName().equals("fMinings")) continue;
                    f.setAccessible(true);
                    for (Object mining : (List<?>) f.get(a))
                        all.add(String.valueOf(((ICodeMining) mining).getLabel()));
                }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
