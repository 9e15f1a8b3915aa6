package org.lamplight.xmpp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.lamplight.core.PlainText;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Status;

/** Writes one's own presence as a stanza: show, plain text, idle time (XEP-0319), and our own key. Pure. */
final class PresenceWriter {
    private PresenceWriter() {}

    static org.jivesoftware.smack.packet.Presence write(Presence own, StandardExtensionElement capabilities) {
        Status status = own.status();
        if (!status.hasSession() || status == Status.INVISIBLE) {
            return StanzaBuilder.buildPresence()
                    .ofType(org.jivesoftware.smack.packet.Presence.Type.unavailable)
                    .build();
        }
        var stanza = StanzaBuilder.buildPresence()
                .setMode(mode(status))
                .setPriority(5)
                .addExtension(capabilities)
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
        return stanza.build();
    }

    private static String text(Presence own) {
        String words = OwnWords.of(own.status());
        if (own.note() == null) {
            return words;
        }
        String note = PlainText.xml(own.note());
        return words.isEmpty() ? note : words + " \u00b7 " + note;
    }

    private static org.jivesoftware.smack.packet.Presence.Mode mode(Status status) {
        return switch (status) {
            case FREE_TO_CHAT -> org.jivesoftware.smack.packet.Presence.Mode.chat;
            case DO_NOT_DISTURB, PRESENTING -> org.jivesoftware.smack.packet.Presence.Mode.dnd;
            case EXTENDED_AWAY, OUT_OF_OFFICE -> org.jivesoftware.smack.packet.Presence.Mode.xa;
            case AVAILABLE, RINGING -> org.jivesoftware.smack.packet.Presence.Mode.available;
            default -> org.jivesoftware.smack.packet.Presence.Mode.away;
        };
    }
}
