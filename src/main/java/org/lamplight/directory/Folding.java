package org.lamplight.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names without what people leave out when they look for them: capitals and marks on letters. Pure. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Letters that Unicode does not take apart. */
    private static final Map<Integer, String> ALONE = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ı', "i"));

    /** How Germans and Danes write these where a keyboard lacks them. */
    private static final Map<Integer, String> LONG =
            Map.of((int) 'ä', "ae", (int) 'ö', "oe", (int) 'ü', "ue", (int) 'ø', "oe", (int) 'å', "aa");

    private Folding() {}

    /** Müller as muller. */
    public static String plain(String text) {
        String parts = Normalizer.normalize(lower(text), Normalizer.Form.NFKD);
        return replaced(MARKS.matcher(parts).replaceAll(""), ALONE);
    }

    /** Müller as muller, and as mueller. */
    public static List<String> spellings(String text) {
        return Stream.of(plain(text), plain(replaced(lower(text), LONG)))
                .distinct()
                .toList();
    }

    private static String lower(String text) {
        // the dot that stays behind of a Turkish capital is a mark and goes with the others
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String replaced(String text, Map<Integer, String> letters) {
        StringBuilder all = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            String instead = letters.get(c);
            if (instead == null) {
                all.appendCodePoint(c);
            } else {
                all.append(instead);
            }
        });
        return all.toString();
    }
}
