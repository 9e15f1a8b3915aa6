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
 * @param back how we come back, where we are not in it
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
        Back back,
        Map<String, Occupant> occupants,
        RoomFeatures features,
        Alerts alerts,
        boolean remembered,
        int mentions) {

    /** Whether we are there. */
    public enum Stay {
        /** It is none of ours any more; only its talk is still here. */
        LEFT,
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

    /** How we come back where we are not in it. */
    public enum Back {
        /** By ourselves, as soon as that is possible. */
        ITSELF,
        /** When the user wants to. */
        ASKED,
        /** Not: it was closed, or we are banned. */
        NEVER
    }

    /** A room of which nothing is known yet but its talk. */
    public static Room unknown(String address, String account) {
        return new RoomRecord(account, address).snapshot();
    }

    /** The same as one that is none of ours any more. What can't be undone is still said. */
    public Room left() {
        return new Room(
                address,
                account,
                name,
                null,
                nick,
                Stay.LEFT,
                back == Back.NEVER ? reason : null,
                back == Back.NEVER ? back : Back.ASKED,
                Map.of(),
                features,
                Alerts.ALL,
                false,
                0);
    }

    /** Under another name. */
    public Room named(String other) {
        return new Room(
                address,
                account,
                other,
                topic,
                nick,
                stay,
                reason,
                back,
                occupants,
                features,
                alerts,
                remembered,
                mentions);
    }

    /** Whether what is written now goes there, be it later. */
    public boolean takesMessages() {
        return isIn() || stay == Stay.JOINING || (stay == Stay.OUT && back == Back.ITSELF);
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
