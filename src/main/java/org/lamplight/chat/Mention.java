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
        List<Place> found = new ArrayList<>();
        if (nick.isBlank()) {
            return found;
        }
        for (int at = 0; at + nick.length() <= text.length(); at++) {
            int end = at + nick.length();
            if (text.regionMatches(true, at, nick, 0, nick.length()) && isWhole(text, at, end)) {
                boolean signed = at > 0 && text.charAt(at - 1) == '@';
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
