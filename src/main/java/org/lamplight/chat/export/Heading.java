package org.lamplight.chat.export;

import java.time.ZoneId;
import java.util.function.Function;
import org.lamplight.chat.Message;

/**
 * What a written talk is about.
 *
 * @param peer the address of the talk
 * @param name what the user calls it
 * @param writer who wrote a message, as the user calls them; from any thread
 * @param zone whose times are written for people
 */
public record Heading(String peer, String name, Function<Message, String> writer, ZoneId zone) {

    /** Of a talk with one person: what they wrote is theirs; of all others their addresses stand there. */
    public static Heading of(String peer, String name, ZoneId zone) {
        return new Heading(peer, name, message -> message.from().equalsIgnoreCase(peer) ? name : message.from(), zone);
    }
}
