package org.lamplight.chat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message.Direction;

/**
 * Something said about a message that was sent before: a correction (XEP-0308), reactions (XEP-0444) or a retraction
 * (XEP-0424). Immutable.
 *
 * @param id the origin id of what was sent, unique within a talk and direction
 * @param from who says it: a bare address, in a room the occupant's
 * @param occupant the room's lasting name for who says it (XEP-0421); null where there is none
 * @param target any of the ids by which the message is known
 * @param text the new text of a correction; the reactions, parted by spaces; nothing for a retraction
 */
public record Change(
        String id,
        String account,
        String peer,
        Instant at,
        Direction direction,
        String from,
        @Nullable String occupant,
        Kind kind,
        String target,
        String text)
        implements Utterance {
    private static final int MOST_REACTIONS = 20;
    private static final int LONGEST_REACTION = 40;

    /** What is done to the message. */
    public enum Kind {
        CORRECTION,
        REACTIONS,
        RETRACTION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same, by whom the room calls this. */
    public Change by(@Nullable String who) {
        return new Change(id, account, peer, at, direction, from, who, kind, target, text);
    }

    /** The reactions, each once, in their order; a sender's new ones replace all earlier ones. */
    public Set<String> reactions() {
        Set<String> each = new LinkedHashSet<>(Arrays.asList(text.split(" ")));
        each.remove("");
        return each;
    }

    /** What of these can be kept as reactions: few, short, without spaces. */
    public static String reactions(Collection<String> wanted) {
        return wanted.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty() && each.length() <= LONGEST_REACTION)
                .filter(each -> each.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c)))
                .distinct()
                .limit(MOST_REACTIONS)
                .reduce((left, right) -> left + " " + right)
                .orElse("");
    }
}
