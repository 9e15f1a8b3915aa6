package org.lamplight.chat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A room as it is now. Immutable.
 *
 * @param address its bare address, which is also the peer of its talk
 * @param account the account through which we know it
 * @param name as its owners call it; else the first part of the address
 * @param topic null if it has none, or while we are not in it
 * @param nick our own name there
 * @param reason why we are not in it, as a sentence; null if there is nothing to say
 * @param occupants everybody who is there, ourselves too, by nick
 * @param remembered whether it stands on the list that the account keeps
 * @param mentions how many messages that nobody looked at speak to us
 */
public record Room(
        String address,
        String account,
        String name,
        @Nullable String topic,
        String nick,
        Stay stay,
        @Nullable String reason,
        Map<String, Occupant> occupants,
        RoomFeatures features,
        Alerts alerts,
        boolean remembered,
        int mentions) {

    /** Whether we are there. */
    public enum Stay {
        OUT,
        JOINING,
        IN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which of its messages are worth calling the user. */
    public enum Alerts {
        ALL,
        MENTIONS,
        NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isIn() {
        return stay == Stay.IN;
    }

    /** Ourselves, while we are there. */
    public Optional<Occupant> self() {
        return Optional.ofNullable(occupants.get(nick));
    }

    /** The address of somebody who is there. */
    public String occupantAddress(String occupantNick) {
        return address + "/" + occupantNick;
    }

    /** The name in an occupant's address, or in any other after its slash; empty if it has none. */
    public static String nickOf(String occupantAddress) {
        int slash = occupantAddress.indexOf('/');
        return slash < 0 ? "" : occupantAddress.substring(slash + 1);
    }

    /** Whether the text speaks to us. */
    public boolean mentions(String text) {
        return Mention.isIn(text, nick);
    }
}
