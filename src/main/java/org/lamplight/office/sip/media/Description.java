package org.lamplight.office.sip.media;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.Fields;

/** A session description (RFC 8866) as far as the office reads it. */
final class Description {
    private static final int LONGEST = 65_536;
    private static final int MOST_MEDIA = 16;

    final List<Medium> media = new ArrayList<>();
    private @Nullable String address;
    private @Nullable String direction;

    private Description() {}

    /** Reads one; null if it is none. */
    static @Nullable Description parse(String text) {
        if (text.length() > LONGEST || !text.startsWith("v=0")) {
            return null;
        }
        Description description = new Description();
        for (String line : text.split("\r?\n", -1)) {
            if (line.length() > 2 && line.charAt(1) == '=' && !description.take(line.charAt(0), line.substring(2))) {
                return null;
            }
        }
        return description;
    }

    private boolean take(char type, String value) {
        if (type == 'm') {
            return medium(value);
        }
        Medium last = media.isEmpty() ? null : media.get(media.size() - 1);
        if (type == 'c') {
            String[] words = value.strip().split(" +", -1);
            String said = words.length == 3 ? words[2].split("/", 2)[0] : "";
            if (last == null) {
                address = said;
            } else {
                last.address = said;
            }
        } else if (type == 'a') {
            attribute(value.strip(), last);
        }
        return true;
    }

    private boolean medium(String value) {
        String[] words = value.strip().split(" +", -1);
        int port = words.length < 4 ? -1 : (int) Fields.number(words[1].split("/", 2)[0], 65_535);
        if (port < 0 || media.size() == MOST_MEDIA || words.length > 100) {
            return false;
        }
        media.add(new Medium(words[0], port, words[2], List.of(words).subList(3, words.length)));
        return true;
    }

    private void attribute(String value, @Nullable Medium medium) {
        if (value.matches("sendrecv|sendonly|recvonly|inactive")) {
            if (medium == null) {
                direction = value;
            } else {
                medium.direction = value;
            }
        } else if (medium != null && value.startsWith("rtpmap:")) {
            String[] words = value.substring(7).split(" +", 2);
            if (words.length == 2) {
                medium.names.put(words[0], words[1].strip());
            }
        }
    }

    /** The first medium that is sound in clear; null if none. */
    @Nullable
    Medium audio() {
        return media.stream().filter(Medium::isPlainAudio).findFirst().orElse(null);
    }

    String address(Medium medium) {
        String said = medium.address == null ? address : medium.address;
        return said == null ? "" : said;
    }

    String direction(Medium medium) {
        String said = medium.direction == null ? direction : medium.direction;
        return said == null ? "sendrecv" : said;
    }
}
