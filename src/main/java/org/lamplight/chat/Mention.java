package org.lamplight.chat;

import java.util.ArrayList;
import java.util.List;

/** Where a text names somebody who is in the room: the whole name, case ignored, with or without an at sign. Pure. */
public final class Mention {
    private Mention() {}

    /** A stretch of a text, at sign included. */
    public record Place(int start, int end) {}

    public static boolean isIn(String text, String nick) {
        return !places(text, nick).isEmpty();
    }

    public static List<Place> places(String text, String nick) {
        return places(text, nick, 0, text.length());
    }

    /** Only those between two places of the text. */
    public static List<Place> places(String text, String nick, int from, int to) {
        List<Place> found = new ArrayList<>();
        if (nick.isBlank()) {
            return found;
        }
        for (int at = from; at + nick.length() <= to; at++) {
            int end = at + nick.length();
            if (text.regionMatches(true, at, nick, 0, nick.length()) && isWhole(text, at, end)) {
                boolean signed = at > from && text.charAt(at - 1) == '@';
                found.add(new Place(signed ? at - 1 : at, end));
                at = end - 1;
            }
        }
        return found;
    }

    private static boolean isWhole(String text, int start, int end) {
        boolean begins = start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start));
        boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
        return begins && ends;
    }
}
