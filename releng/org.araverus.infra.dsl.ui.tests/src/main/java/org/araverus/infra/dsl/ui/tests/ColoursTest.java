// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words have the colour of what they are, on light and dark ground. */
@SuppressWarnings("restriction") // themes are switched by no public class
class ColoursTest {
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";

    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    private static String colour(Editor editor, String part) {
        StyleRange style = editor.widget().getStyleRangeAtOffset(editor.offset(part));
        return style == null || style.foreground == null
                ? "none"
                : style.foreground.getRGB().toString();
    }

    private static RGB theme(String token) {
        return JFaceResources.getColorRegistry().getRGB("org.araverus.infra.dsl.ui.token." + token);
    }

    private static void seen(Editor editor, String part, String token) {
        Ui.until(
                () -> colour(editor, part).equals(theme(token).toString()),
                () -> part + " is " + colour(editor, part) + ", " + token + " " + theme(token));
    }

    @Test
    void keywordsCommentsAndNumbers() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        seen(editor, "|rack AirRack", "keyword");
        seen(editor, "|/* One", "comment");
        seen(editor, "|8192 tok", "number");
        assertNotEquals(theme("keyword"), theme("comment"));
        assertEquals(
                SWT.BOLD,
                editor.widget().getStyleRangeAtOffset(editor.offset("|rack AirRack")).fontStyle
                        & SWT.BOLD);
    }

    @Test
    void aDarkThemeHasLighterOnes() throws Exception {
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        seen(editor, "|rack AirRack", "keyword");
        RGB light = theme("keyword");
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        engine.setTheme(DARK, false);
        try {
            Ui.until(() -> !theme("keyword").equals(light), () -> theme("keyword").toString());
            seen(editor, "|rack AirRack", "keyword");
        } finally {
            engine.setTheme(LIGHT, false);
        }
    }
}
