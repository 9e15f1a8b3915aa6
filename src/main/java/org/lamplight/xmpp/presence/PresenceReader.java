package org.lamplight.xmpp.presence;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.presence.Status;
import org.lamplight.presence.StatusTexts;

/**
 * Reads an available presence stanza: our own key first, then idle time (XEP-0319), then texts that mean more than their
 * show, then the show (RFC 6121, section 4.7.2.1). Immutable.
 */
public final class PresenceReader {
    public static final String KEY_NAMESPACE = "urn:lamplight:presence:0";

    /** What the parser calls our element {@code status}, so that it is not taken for the standard's of that name. */
    public static final String KEY_ELEMENT = "status-key";

    static final String IDLE_NAMESPACE = "urn:xmpp:idle:1";

    private final StatusTexts texts = new StatusTexts();

    public Stand read(Presence presence, Instant now) {
        Instant since = notAhead(stamp(presence), now);
        String note = PlainText.line(presence.getStatus(), PlainText.SHORT);
        int priority = presence.getPriority();
        Optional<Status> key = key(presence);
        if (key.isPresent()) {
            Instant idle = key.get() == Status.IDLE ? idleSince(presence, now) : null;
            return new Stand(key.get(), idle == null ? since : idle, texts.note(note, key.get()), true, priority);
        }
        Status show = show(presence);
        Instant idle = idleSince(presence, now);
        if (idle != null && (show == Status.AWAY || show == Status.AVAILABLE)) {
            return new Stand(Status.IDLE, idle, texts.note(note, Status.IDLE), false, priority);
        }
        Optional<Status> meant = show == Status.FREE_TO_CHAT ? Optional.empty() : texts.meaning(note);
        if (meant.isPresent() && rises(show, meant.get())) {
            return new Stand(meant.get(), since, texts.note(note, meant.get()), false, priority);
        }
        return new Stand(show, idle == null ? since : idle, texts.note(note, show), false, priority);
    }

    /** A text may add to what the show says, but never make somebody look more reachable than the show does. */
    private static boolean rises(Status show, Status meant) {
        return switch (meant) {
            case IDLE, AWAY -> show == Status.AWAY;
            case BUSY -> show == Status.AWAY || show == Status.DO_NOT_DISTURB;
            default -> true;
        };
    }

    private static Optional<Status> key(Presence presence) {
        if (presence.getExtensionElement(KEY_ELEMENT, KEY_NAMESPACE) instanceof StandardExtensionElement element) {
            return Optional.ofNullable(element.getAttributeValue("key"))
                    .flatMap(Status::ofKey)
                    .filter(Status::isSeenOnline);
        }
        return Optional.empty();
    }

    private static Status show(Presence presence) {
        return switch (presence.getMode()) {
            case chat -> Status.FREE_TO_CHAT;
            case away -> Status.AWAY;
            case xa -> Status.EXTENDED_AWAY;
            case dnd -> Status.DO_NOT_DISTURB;
            case available -> Status.AVAILABLE;
        };
    }

    /** When a presence that the server kept was sent (XEP-0203). */
    static @Nullable Instant stamp(Presence presence) {
        DelayInformation delay = DelayInformation.from(presence);
        return delay == null || delay.getStamp() == null
                ? null
                : delay.getStamp().toInstant();
    }

    private static @Nullable Instant idleSince(Presence presence, Instant now) {
        if (presence.getExtensionElement("idle", IDLE_NAMESPACE) instanceof StandardExtensionElement element) {
            try {
                String since = element.getAttributeValue("since");
                return since == null
                        ? null
                        : notAhead(java.time.OffsetDateTime.parse(since).toInstant(), now);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable Instant notAhead(@Nullable Instant instant, Instant now) {
        return instant != null && instant.isAfter(now) ? now : instant;
    }
}
