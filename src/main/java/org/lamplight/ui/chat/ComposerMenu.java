package org.lamplight.ui.chat;

import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.MenuClicks;

/** The menu of the field where one writes: other words for a misspelt one, and what every field has. EDT. */
final class ComposerMenu {
    private final JTextArea field;
    private final Texts texts;
    private final SpellMarks marks;

    ComposerMenu(JTextArea field, Texts texts, SpellMarks marks) {
        this.field = field;
        this.texts = texts;
        this.marks = marks;
    }

    /** By a right click, by the menu key at the caret; F7 goes to the next misspelt word first. */
    void install() {
        Keys.bind(field, "shift F10", this::atCaret);
        Keys.bind(field, "CONTEXT_MENU", this::atCaret);
        Keys.bind(
                field,
                "F7",
                () -> marks.next().ifPresent(place -> {
                    field.setCaretPosition(place.end());
                    atCaret();
                }));
        field.addMouseListener(new MenuClicks(this::atPointer));
    }

    private void atPointer(MouseEvent event) {
        field.requestFocusInWindow();
        open(marks.at(field.viewToModel2D(event.getPoint())), event.getPoint());
    }

    private void atCaret() {
        int caret = field.getCaretPosition();
        open(marks.at(caret), marks.below(caret));
    }

    private void open(Optional<WrittenWords.Place> misspelt, Point at) {
        if (misspelt.isEmpty()) {
            show(null, List.of(), at);
        } else {
            marks.suggest(misspelt.get(), words -> show(misspelt.get(), words, at));
        }
    }

    private void show(WrittenWords.@Nullable Place misspelt, List<String> words, Point at) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("composer.menu");
        if (misspelt != null) {
            suggest(menu, misspelt, words);
        }
        boolean selected = field.getSelectionStart() < field.getSelectionEnd();
        item(menu, "cut", field::cut).setEnabled(selected);
        item(menu, "copy", field::copy).setEnabled(selected);
        item(menu, "paste", field::paste);
        item(menu, "selectAll", field::selectAll).setEnabled(!field.getText().isEmpty());
        menu.show(field, at.x, at.y);
    }

    private void suggest(JPopupMenu menu, WrittenWords.Place misspelt, List<String> words) {
        for (String word : words) {
            JMenuItem item = new JMenuItem(word);
            item.setName("spelling." + word);
            item.addActionListener(event -> marks.replace(misspelt, word));
            menu.add(item);
        }
        if (words.isEmpty()) {
            item(menu, "spelling.none", () -> {}).setEnabled(false);
        }
        menu.addSeparator();
        item(menu, "spelling.add", () -> marks.learn(misspelt));
        menu.addSeparator();
    }

    private JMenuItem item(JPopupMenu menu, String name, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get(name));
        item.setName("composer." + name);
        item.addActionListener(event -> does.run());
        menu.add(item);
        return item;
    }
}
