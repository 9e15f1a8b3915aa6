package org.lamplight.xmpp.presence;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jivesoftware.smack.packet.Presence.Mode;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.OwnWords;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Status;
import org.lamplight.xmpp.pictures.PictureInbox;

/** Writes one's own presence as a stanza: show, plain text, idle time (XEP-0319), and our own key. Pure but for the clock. */
public final class PresenceWriter {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final int USUAL_PRIORITY = 5;
    private static final String APART = " \u00b7 ";

    private final boolean busyIsQuiet;
    private final Clock clock;

    /**
     * @param busyIsQuiet whether the busy are shown as dnd rather than as away
     * @param clock its zone is that of the times in texts
     */
    public PresenceWriter(boolean busyIsQuiet, Clock clock) {
        this.busyIsQuiet = busyIsQuiet;
        this.clock = clock;
    }

    /**
     * What others are shown.
     *
     * @param photo the hash of our card's picture, none, or null for nothing known
     */
    org.jivesoftware.smack.packet.Presence write(
            Presence own, StandardExtensionElement capabilities, @Nullable String photo) {
        Status status = own.status();
        if (!status.isSeenOnline()) {
            return StanzaBuilder.buildPresence()
                    .ofType(org.jivesoftware.smack.packet.Presence.Type.unavailable)
                    .build();
        }
        PresenceBuilder stanza = here(capabilities)
                .setPriority(priority(status))
                .setMode(mode(status))
                .addExtension(StandardExtensionElement.builder("status", PresenceReader.KEY_NAMESPACE)
                        .addAttribute("key", status.key())
                        .build());
        String text = text(own);
        if (!text.isEmpty()) {
            stanza.setStatus(text);
        }
        if (status == Status.IDLE && own.since() != null) {
            Instant since = own.since().truncatedTo(ChronoUnit.SECONDS);
            stanza.addExtension(StandardExtensionElement.builder("idle", PresenceReader.IDLE_NAMESPACE)
                    .addAttribute("since", since.toString())
                    .build());
        }
        if (photo != null) {
            stanza.addExtension(StandardExtensionElement.builder("x", PictureInbox.UPDATE)
                    .addElement("photo", photo)
                    .build());
        }
        return stanza.build();
    }

    /** Available and nothing else: what the server has to know of somebody whom it hides. */
    static PresenceBuilder here(StandardExtensionElement capabilities) {
        return StanzaBuilder.buildPresence().setPriority(USUAL_PRIORITY).addExtension(capabilities);
    }

    /** The status in English, until when, and the person's own words: what any client can show. */
    String text(Presence own) {
        String until = own.until() == null ? "" : until(own.until());
        String more = Stream.of(until, own.note() == null ? "" : own.note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(APART));
        return OwnWords.with(own.status(), more.isEmpty() ? null : more);
    }

    private String until(Instant end) {
        ZonedDateTime local = end.atZone(clock.getZone());
        ZonedDateTime now = ZonedDateTime.now(clock);
        boolean today = local.toLocalDate().equals(now.toLocalDate());
        boolean midnight = local.toLocalDate().atStartOfDay(clock.getZone()).isEqual(local)
                && local.toLocalDate().equals(now.toLocalDate().plusDays(1));
        return "until " + (midnight ? "midnight" : (today ? TODAY : LATER).format(local));
    }

    /** Messages for nobody's device in particular go where the person is (RFC 6121, section 8.5.2). */
    private static int priority(Status status) {
        return switch (status) {
            case IDLE, AWAY -> 3;
            case EXTENDED_AWAY, OUT_OF_OFFICE -> 1;
            default -> USUAL_PRIORITY;
        };
    }

    private Mode mode(Status status) {
        return switch (status) {
            case FREE_TO_CHAT -> Mode.chat;
            case DO_NOT_DISTURB, PRESENTING -> Mode.dnd;
            case BUSY -> busyIsQuiet ? Mode.dnd : Mode.away;
            case EXTENDED_AWAY, OUT_OF_OFFICE -> Mode.xa;
            case AVAILABLE, RINGING -> Mode.available;
            default -> Mode.away;
        };
    }
}
