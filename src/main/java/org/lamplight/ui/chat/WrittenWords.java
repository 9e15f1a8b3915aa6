package org.lamplight.ui.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lamplight.chat.Spelling;
import org.lamplight.ui.text.Block;
import org.lamplight.ui.text.Markup;
import org.lamplight.ui.text.Span;

/** The words of a text that one may have misspelt: no links, no code, no quotations, no names, no numbers. Pure. */
final class WrittenWords {
    private static final int LEAST = 2;

    private WrittenWords() {}

    /** A word by where it begins and where it has ended. */
    record Place(int start, int end) {
        boolean touches(int offset) {
            return start <= offset && offset <= end;
        }

        String in(String text) {
            return text.substring(start, end);
        }
    }

    /** Those that no dictionary has; {@code names} are of people, and always right. */
    static List<Place> wrong(String text, Collection<String> names, Spelling spelling) {
        Set<String> known = new HashSet<>();
        names.forEach(name -> known.addAll(List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))));
        return of(text).stream()
                .filter(place -> !known.contains(place.in(text).toLowerCase(Locale.ROOT)))
                .filter(place -> !spelling.isRight(place.in(text)))
                .toList();
    }

    static List<Place> of(String text) {
        Markup markup = Markup.of(text);
        List<Place> places = new ArrayList<>();
        for (Block block : markup.blocks()) {
            if (!block.code() && block.depth() == 0) {
                addAll(text, block, markup.spans(), places);
            }
        }
        return places;
    }

    private static void addAll(String text, Block block, List<Span> spans, List<Place> places) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        String line = text.substring(block.start(), block.end());
        words.setText(line);
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            Place place = new Place(block.start() + from, block.start() + to);
            if (isWord(text, place) && isPlain(place, spans)) {
                places.add(place);
            }
        }
    }

    private static boolean isWord(String text, Place place) {
        String word = place.in(text);
        boolean letters = word.codePoints().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '\u2019');
        boolean shouted = word.equals(word.toUpperCase(Locale.ROOT));
        char before = place.start() == 0 ? ' ' : text.charAt(place.start() - 1);
        return letters && !shouted && word.length() >= LEAST && "@#/\\_".indexOf(before) < 0;
    }

    private static boolean isPlain(Place place, List<Span> spans) {
        return spans.stream()
                .filter(span -> span.kind() == Span.Kind.LINK || span.kind() == Span.Kind.CODE)
                .noneMatch(span -> span.start() < place.end() && span.end() > place.start());
    }
}
