// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures of the workbench, for people to look at: {@code target/pictures}. */
class PicturesTest {
    private static final Path FOLDER = Path.of(System.getProperty("infra.pictures"));

    @AfterEach
    void clear() throws Exception {
        Bench.clear();
    }

    @Test
    void anEditorAndAQuickFix() throws Exception {
        Shell shell = Bench.page().getWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1400, 900);
        Bench.page().showView(IPageLayout.ID_OUTLINE);
        IViewPart problems = Bench.page().showView(IPageLayout.ID_PROBLEM_VIEW);
        Editor editor = Bench.example("racks", "first-rack/first-rack.infra", "first-rack.infra");
        String site = "site Lab {";
        editor.replace(site, "rack Spare extends AirRack { power { budget: 34 kW } }\n\n" + site);
        editor.see("error", "rack Spare draws");
        Ui.until(() -> editor.widget().getStyleRanges().length > 0, () -> "no colours");
        Ui.until(
                () -> MiningsTest.drawn(editor).stream().anyMatch(w -> w.endsWith("kW used")),
                () -> "no hints");
        editor.caret("budget: 3|4 kW");
        Ui.until(() -> described(problems).contains("1 error"), () -> described(problems));
        picture(shell, "eclipse.png");
        editor.operation(ISourceViewer.QUICK_ASSIST);
        Ui.until(
                () -> Editor.items().stream().anyMatch(i -> i.startsWith("budget: ")),
                () -> Editor.items().toString());
        picture(shell, "eclipse-fix.png");
    }

    private static String described(IViewPart view) {
        return ((IWorkbenchPart2) view).getContentDescription();
    }

    private static void picture(Shell shell, String name) throws Exception {
        Ui.settle();
        Display display = shell.getDisplay();
        // without a frame: there is no window manager to draw one
        Rectangle inside = shell.getClientArea();
        Point corner = shell.toDisplay(inside.width, inside.height);
        Image image = new Image(display, corner.x, corner.y);
        GC screen = new GC(display);
        try {
            screen.copyArea(image, 0, 0);
            ImageData data = image.getImageData();
            assertTrue(colours(data) > 10, "more than an empty window");
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {data};
            Files.createDirectories(FOLDER);
            loader.save(FOLDER.resolve(name).toString(), SWT.IMAGE_PNG);
        } finally {
            screen.dispose();
            image.dispose();
        }
    }

    private static long colours(ImageData data) {
        int[] line = new int[data.width];
        return java.util.stream.IntStream.range(0, data.height)
                .flatMap(
                        y -> {
                            data.getPixels(0, y, data.width, line, 0);
                            return Arrays.stream(line.clone());
                        })
                .distinct()
                .count();
    }
}
