package org.lamplight.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The emoji that there are drawings of (Twemoji), by their code points. About three megabytes: load it once, beside the
 * EDT. Immutable.
 */
public final class Emoji {
    private static final int VARIATION = 0xFE0F;
    private static final int AS_TEXT = 0xFE0E;
    private static final int LIGHTEST = 0x1F3FB;
    private static final int DARKEST = 0x1F3FF;
    private static final int LONGEST = 14;

    /** Those of the first plane that are pictures without U+FE0F (Emoji_Presentation, Unicode 15). */
    private static final int[] PICTURES = {
        0x231A, 0x231B, 0x23E9, 0x23EA, 0x23EB, 0x23EC, 0x23F0, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x267F, 0x2693,
        0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26D4, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26FA,
        0x26FD, 0x2705, 0x270A, 0x270B, 0x2728, 0x274C, 0x274E, 0x2753, 0x2754, 0x2755, 0x2757, 0x2795, 0x2796, 0x2797,
        0x27B0, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55
    };

    /** One in a text; {@code tone} 0 for none, 1 (light) to 5 (dark). */
    public record Found(int start, int end, String key, int tone) {}

    private record Place(int from, int length) {}

    private final byte[] drawings;
    private final Map<String, Place> places = new HashMap<>();
    private final BitSet firsts = new BitSet();
    private final BitSet pictures = new BitSet();

    private Emoji(byte[] drawings) {
        this.drawings = drawings;
        for (int each : PICTURES) {
            pictures.set(each);
        }
        pictures.set(0x2648, 0x2654);
    }

    /** None at all: every letter is shown by a font. */
    public static Emoji none() {
        return new Emoji(new byte[0]);
    }

    /** Reads all drawings. Blocking. */
    public static Emoji load() {
        try (InputStream in = Objects.requireNonNull(Emoji.class.getResourceAsStream("twemoji.txt"))) {
            Emoji emoji = new Emoji(in.readAllBytes());
            emoji.index();
            return emoji;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void index() {
        int line = 0;
        for (int i = 0; i < drawings.length; i++) {
            if (drawings[i] == '\t') {
                String key = new String(drawings, line, i - line, StandardCharsets.US_ASCII);
                line = end(i);
                places.put(key, new Place(i + 1, line - 1 - i - 1));
                firsts.set(Integer.parseInt(key.split("-", 2)[0], 16));
                i = line - 1;
            } else if (drawings[i] == '#' && i == line) {
                line = end(i);
                i = line - 1;
            }
        }
    }

    private int end(int from) {
        int at = from;
        while (at < drawings.length && drawings[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /** Those between these two places of a text, the longest that fit. */
    public List<Found> find(String text, int start, int end) {
        List<Found> found = new ArrayList<>();
        int at = start;
        while (at < end) {
            int c = text.codePointAt(at);
            Found here = firsts.get(c) ? at(text, at, end) : null;
            if (here != null) {
                found.add(here);
            }
            at = here == null ? at + Character.charCount(c) : here.end();
        }
        return found;
    }

    private @Nullable Found at(String text, int start, int end) {
        StringBuilder key = new StringBuilder();
        Found longest = null;
        int tone = 0;
        int at = start;
        for (int count = 0; at < end && count < LONGEST; count++) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c >= LIGHTEST && c <= DARKEST && count > 0) {
                tone = tone == 0 ? c - LIGHTEST + 1 : tone;
            } else if (c != VARIATION) {
                key.append(count == 0 ? "" : "-").append(Integer.toHexString(c));
            }
            if (places.containsKey(key.toString())) {
                longest = new Found(start, at, key.toString(), tone);
            }
        }
        return longest == null || isText(text, longest, end) ? null : longest;
    }

    /** Some signs of the first plane are pictures only where the writer says so; every one is text where they say that. */
    private boolean isText(String text, Found found, int end) {
        if (found.end() < end && text.charAt(found.end()) == AS_TEXT) {
            return true;
        }
        int first = text.codePointAt(found.start());
        boolean alone = found.end() - found.start() == 1;
        return alone && !pictures.get(first);
    }

    /** The drawing, as SVG. */
    String svg(String key, int tone) {
        Place place = Objects.requireNonNull(places.get(key), key);
        String shapes = new String(drawings, place.from(), place.length(), StandardCharsets.UTF_8);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 36 36\">"
                + SkinTone.of(tone).applyTo(shapes) + "</svg>";
    }
}
