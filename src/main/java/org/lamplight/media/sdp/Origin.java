package org.lamplight.media.sdp;

import java.util.Optional;

/**
 * Whose session this is, and which version of it.
 *
 * @param id number of the session, the same as long as it lasts
 * @param version one more with each change
 * @param address ours, numeric
 */
public record Origin(String username, long id, long version, String address) {
    /** A session of ours that begins. */
    public static Origin first(long id, String address) {
        return new Origin("-", id, 1, address);
    }

    /** The same session, changed. */
    public Origin next() {
        return new Origin(username, id, version + 1, address);
    }

    static Optional<Origin> parse(String value) {
        String[] words = value.strip().split(" +", -1);
        if (words.length != 6 || !words[1].matches("[0-9]{1,18}") || !words[2].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return SdpLines.address(new String[] {words[3], words[4], words[5]})
                .map(address -> new Origin(words[0], Long.parseLong(words[1]), Long.parseLong(words[2]), address));
    }

    @Override
    public String toString() {
        return username + " " + id + " " + version + " " + connection(address);
    }

    static String connection(String address) {
        return (address.contains(":") ? "IN IP6 " : "IN IP4 ") + address;
    }
}
