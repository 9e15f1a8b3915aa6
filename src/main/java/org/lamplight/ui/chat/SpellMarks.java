package org.lamplight.ui.chat;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.Highlighter;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Spelling;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.OnEdit;

/** Marks words that no dictionary has where one writes, once one pauses; looks them up beside the EDT. EDT. */
final class SpellMarks {
    private static final int REST_MS = 300;

    /** Who pastes a book does not correct it here. */
    private static final int MOST_LETTERS = 20_000;

    private final JTextArea field;
    private final Spelling spelling;
    private final Supplier<Collection<String>> names;
    private final Beside beside = new Beside("spelling");
    private final Squiggle squiggle = new Squiggle();
    private final List<Object> marks = new ArrayList<>();
    private Edt.@Nullable Pending soon;
    private int edits;

    /** @param names of those whom one may name here */
    SpellMarks(JTextArea field, Spelling spelling, Supplier<Collection<String>> names) {
        this.field = field;
        this.spelling = spelling;
        this.names = names;
    }

    void install() {
        field.getDocument().addDocumentListener(new OnEdit(() -> {
            edits++;
            soon();
        }));
        // the word that one writes is marked once one leaves it
        field.addCaretListener(moved -> soon());
        // another theme has another highlighter, without marks
        field.addPropertyChangeListener("UI", changed -> mark(marked()));
    }

    private void soon() {
        if (soon != null) {
            soon.cancel();
        }
        soon = Edt.after(REST_MS, this::check);
    }

    private void check() {
        String text = field.getText();
        if (text.isEmpty() || text.length() > MOST_LETTERS) {
            mark(List.of());
            return;
        }
        int asked = edits;
        Collection<String> known = names.get();
        beside.start(
                () -> WrittenWords.wrong(text, known, spelling),
                wrong -> {
                    if (asked == edits) {
                        mark(wrong);
                    }
                },
                failed -> mark(List.of()));
    }

    private void mark(List<WrittenWords.Place> wrong) {
        Highlighter highlighter = field.getHighlighter();
        marks.forEach(highlighter::removeHighlight);
        marks.clear();
        for (WrittenWords.Place place : wrong) {
            boolean written = field.isFocusOwner() && field.getCaretPosition() == place.end();
            if (!written || place.end() < field.getDocument().getLength()) {
                try {
                    marks.add(highlighter.addHighlight(place.start(), place.end(), squiggle));
                } catch (BadLocationException gone) {
                    // edited meanwhile: it is looked up again
                    soon();
                }
            }
        }
    }

    /** The marked words, in their order. */
    List<WrittenWords.Place> marked() {
        return marks.stream()
                .map(Highlighter.Highlight.class::cast)
                .map(mark -> new WrittenWords.Place(mark.getStartOffset(), mark.getEndOffset()))
                .filter(place -> place.start() < place.end())
                .toList();
    }

    /** The marked word at this place of the text. */
    Optional<WrittenWords.Place> at(int offset) {
        return marked().stream().filter(place -> place.touches(offset)).findFirst();
    }

    /** The first marked word behind the caret, else the first of all. */
    Optional<WrittenWords.Place> next() {
        List<WrittenWords.Place> all = marked();
        int caret = field.getCaretPosition();
        return all.stream()
                .filter(place -> place.start() > caret)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Looks up what may be meant; tells it on the EDT. */
    void suggest(WrittenWords.Place place, Consumer<List<String>> told) {
        String word = place.in(field.getText());
        beside.start(() -> spelling.suggestions(word), told, failed -> told.accept(List.of()));
    }

    void replace(WrittenWords.Place place, String word) {
        field.select(place.start(), place.end());
        field.replaceSelection(word);
    }

    /** The word is right from now on. */
    void learn(WrittenWords.Place place) {
        String word = place.in(field.getText());
        beside.start(() -> spelling.learn(word), kept -> check(), failed -> check());
    }

    /** Where the menu of a place of the text opens. */
    Point below(int offset) {
        try {
            Rectangle letter = field.modelToView2D(offset).getBounds();
            return new Point(letter.x, letter.y + letter.height);
        } catch (BadLocationException gone) {
            return new Point(0, field.getHeight());
        }
    }
}
