package org.lamplight.xmpp.rooms;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Rooms;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.Texts;
import org.lamplight.xmpp.messages.MucUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What rooms refuse, and why they send us out, as sentences for the user (XEP-0045, sections 7.2 and 9). Pure. */
final class RoomErrors {
    private static final Logger LOG = LoggerFactory.getLogger(RoomErrors.class);
    private static final Texts TEXTS = Texts.of(RoomErrors.class);
    private static final Set<Condition> MAY_PASS = EnumSet.of(
            Condition.remote_server_timeout,
            Condition.remote_server_not_found,
            Condition.resource_constraint,
            Condition.internal_server_error,
            Condition.service_unavailable);

    private RoomErrors() {}

    static Condition condition(@Nullable StanzaError error) {
        return error == null ? Condition.undefined_condition : error.getCondition();
    }

    static Condition condition(Throwable thrown) {
        Throwable failure = CompletionCause.of(thrown);
        return failure instanceof XMPPException.XMPPErrorException error
                ? condition(error.getStanzaError())
                : failure instanceof SmackException.NoResponseException
                        ? Condition.remote_server_timeout
                        : Condition.undefined_condition;
    }

    /** Whether it may go better later without anybody doing anything. */
    static boolean mayPass(Condition condition) {
        return MAY_PASS.contains(condition);
    }

    static Rooms.Refused entry(String room, Condition condition) {
        return switch (condition) {
            case not_authorized -> new Rooms.Refused(TEXTS.get("room.password", room), true);
            case registration_required -> refused("room.members", room);
            case forbidden -> refused("room.banned", room);
            case conflict -> refused("room.nick", room);
            case not_acceptable -> refused("room.reserved", room);
            case item_not_found -> refused("room.unknown", room);
            case not_allowed -> refused("room.nocreate", room);
            case service_unavailable -> refused("room.full", room);
            case gone -> refused("room.gone", room);
            case remote_server_not_found, remote_server_timeout -> refused("room.unreached", room);
            default -> refused("room.refused", room, condition);
        };
    }

    /** What was asked came to nothing. */
    static Rooms.Refused deed(String room, Throwable failure) {
        Throwable cause = CompletionCause.of(failure);
        if (cause instanceof Rooms.Refused refused) {
            return refused;
        }
        if (cause instanceof RuntimeException) {
            LOG.warn("{}: not foreseen", room, cause);
        }
        return deed(room, condition(cause));
    }

    /** Something else than entering was refused. */
    static Rooms.Refused deed(String room, Condition condition) {
        return switch (condition) {
            case forbidden, not_allowed, not_authorized -> refused("room.forbidden", room);
            case conflict -> refused("room.conflict", room);
            case item_not_found -> refused("room.nobody", room);
            case remote_server_not_found, remote_server_timeout -> refused("room.unreached", room);
            default -> refused("room.refused", room, condition);
        };
    }

    /** Its settings are not shown, or not taken. */
    static Rooms.Refused settings(String room, Throwable failure) {
        return switch (condition(failure)) {
            case not_acceptable, bad_request -> refused("room.unfit", room);
            default -> reserved(room, "room.owners", failure);
        };
    }

    static Rooms.Refused refused(String key, Object... values) {
        return new Rooms.Refused(TEXTS.get(key, values));
    }

    /** Why we were sent out; null if we went by ourselves. */
    static @Nullable String out(Presence stanza, String room) {
        Set<Integer> codes = RoomReader.codes(stanza);
        Optional<StandardExtensionElement> destroyed = destroyed(stanza);
        String why =
                RoomReader.why(stanza).map(words -> TEXTS.get("out.why", words)).orElse("");
        if (destroyed.isPresent()) {
            return closed(
                    room,
                    RoomReader.reason(destroyed.get()).orElse(null),
                    RoomReader.bare(destroyed.get()).orElse(null));
        }
        if (codes.contains(301)) {
            return TEXTS.get("out.banned", room, why);
        }
        if (codes.contains(333)) {
            return TEXTS.get("out.lost", room);
        }
        if (codes.contains(307)) {
            return TEXTS.get("out.kicked", room, why);
        }
        if (codes.contains(321) || codes.contains(322)) {
            return TEXTS.get("out.members", room);
        }
        return codes.contains(332) ? TEXTS.get("out.shutdown", room) : null;
    }

    /**
     * That it was closed for good.
     *
     * @param elsewhere where one might go instead; only said, for whoever closed it may name any room
     */
    static String closed(String room, @Nullable String why, @Nullable String elsewhere) {
        String sentence = why == null ? TEXTS.get("out.destroyed", room) : TEXTS.get("out.destroyed.why", room, why);
        return elsewhere == null ? sentence : sentence + TEXTS.get("out.elsewhere", elsewhere);
    }

    private static Optional<StandardExtensionElement> destroyed(Presence stanza) {
        return MucUser.of(stanza).map(x -> x.getFirstElement("destroy"));
    }

    /** Where nothing that the user could do leads back. */
    static boolean isFinal(Presence stanza) {
        return destroyed(stanza).isPresent() || RoomReader.codes(stanza).contains(301);
    }

    /** The same of a refusal to let us in. */
    static boolean isFinal(Condition condition) {
        return condition == Condition.forbidden || condition == Condition.gone;
    }

    /** Who is banned is not told, or it can't be closed: that is for some only. */
    static Rooms.Refused reserved(String room, String key, Throwable failure) {
        return switch (condition(failure)) {
            case forbidden, not_allowed, not_authorized -> refused(key, room);
            default -> deed(room, failure);
        };
    }

    /** Whether the room, rather than somebody in it, sent us out, so that we may come back by ourselves. */
    static boolean mayReturn(Presence stanza) {
        Set<Integer> codes = RoomReader.codes(stanza);
        boolean sentOut = codes.contains(301)
                || codes.contains(321)
                || codes.contains(322)
                || (codes.contains(307) && !codes.contains(333));
        return !sentOut && destroyed(stanza).isEmpty();
    }
}
