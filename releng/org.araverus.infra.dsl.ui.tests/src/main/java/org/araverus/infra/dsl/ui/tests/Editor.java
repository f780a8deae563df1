// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Assertions;

/** An open editor as its user has it: a text widget, annotations, windows that pop up. */
final class Editor {
    /** An annotation: its type, its words, the text that it marks. */
    record Mark(String type, String words, String at) {}

    private final ITextEditor editor;
    private final ISourceViewer viewer;

    Editor(ITextEditor editor) {
        this.editor = editor;
        viewer = (ISourceViewer) editor.getAdapter(ITextViewer.class);
    }

    ITextEditor part() {
        return editor;
    }

    ISourceViewer viewer() {
        return viewer;
    }

    StyledText widget() {
        return viewer.getTextWidget();
    }

    IDocument document() {
        return viewer.getDocument();
    }

    /** Where a part of the text stands; `|` in it is the caret. */
    int offset(String part) {
        String plain = part.replace("|", "");
        int at = document().get().indexOf(plain);
        Assertions.assertTrue(at >= 0, () -> plain + " in " + document().get());
        return at + Math.max(0, part.indexOf('|'));
    }

    /** Puts the caret, as a click does. */
    void caret(String part) {
        viewer.setSelectedRange(offset(part), 0);
        viewer.revealRange(offset(part), 0);
    }

    /** Puts the caret and types there. */
    void type(String part, String typed) {
        caret(part);
        widget().insert(typed);
        widget().setCaretOffset(widget().getCaretOffset() + typed.length());
    }

    /** Puts a text in another's place. */
    void replace(String part, String by) {
        int at = offset(part);
        widget().setSelection(at, at + part.length());
        widget().insert(by);
    }

    void operation(int which) {
        ITextOperationTarget target = viewer.getTextOperationTarget();
        Assertions.assertTrue(target.canDoOperation(which), "operation " + which);
        target.doOperation(which);
    }

    List<Mark> marks() {
        List<Mark> all = new ArrayList<>();
        var model = viewer.getAnnotationModel();
        model.getAnnotationIterator()
                .forEachRemaining(
                        a -> {
                            Position at = model.getPosition(a);
                            // one that another thread has just taken away has none
                            if (at != null) all.add(mark(a, at));
                        });
        return all;
    }

    private Mark mark(Annotation a, Position p) {
        String at = document().get().substring(p.getOffset(), p.getOffset() + p.getLength());
        return new Mark(a.getType(), String.valueOf(a.getText()), at);
    }

    /** Annotations of one sort, once there are any of which one holds the words. */
    Mark see(String type, String words) {
        Ui.until(
                () -> marks().stream().anyMatch(m -> is(m, type, words)),
                () -> words + " among " + marks());
        return marks().stream().filter(m -> is(m, type, words)).findFirst().orElseThrow();
    }

    private static boolean is(Mark m, String type, String words) {
        return m.type().endsWith(type) && m.words().contains(words);
    }

    /** All windows that lie over the workbench's. */
    static Stream<Shell> popups() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(s -> s.isVisible() && s.getParent() != null);
    }

    static <T extends Control> Stream<T> inside(Control root, Class<T> type) {
        Stream<T> here = type.isInstance(root) ? Stream.of(type.cast(root)) : Stream.of();
        return root instanceof Composite c
                ? Stream.concat(here, Arrays.stream(c.getChildren()).flatMap(k -> inside(k, type)))
                : here;
    }

    /** The list of proposals that is shown. */
    static Stream<Table> lists() {
        return popups().flatMap(s -> inside(s, Table.class));
    }

    static List<String> items() {
        return lists().flatMap(t -> Arrays.stream(t.getItems()).map(i -> i.getText())).toList();
    }

    /** Asks what is at a place, by the key for it: a pointer that rests needs a window manager. */
    void ask(String part) {
        caret(part);
        operation(ISourceViewer.INFORMATION);
    }

    /** All that is written in windows over the workbench's. */
    static String popupText() {
        return popups().flatMap(s -> Stream.concat(texts(s), labels(s)))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Shell shell) {
        return inside(shell, StyledText.class).map(StyledText::getText);
    }

    private static Stream<String> labels(Shell shell) {
        return Stream.concat(
                inside(shell, Label.class).map(Label::getText),
                inside(shell, Link.class).map(Link::getText));
    }

    /** Picks the first entry of a list that pops up which begins with these words. */
    static void choose(String words) {
        Event event = select(words);
        event.widget.notifyListeners(SWT.DefaultSelection, event);
    }

    /** Moves to an entry, once there is one, as the arrow keys do. */
    static Event select(String words) {
        Ui.until(() -> entry(words).isPresent(), () -> words + " among " + items());
        TableItem item = entry(words).orElseThrow();
        Table list = item.getParent();
        list.setSelection(item);
        Event event = new Event();
        event.item = item;
        list.notifyListeners(SWT.Selection, event);
        event.widget = list;
        return event;
    }

    private static Optional<TableItem> entry(String words) {
        return lists().flatMap(t -> Arrays.stream(t.getItems()))
                .filter(i -> i.getText().startsWith(words))
                .findFirst();
    }

    /** Runs a command, as its key does. */
    static void command(String id) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
    }
}
