package org.lamplight.sip;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of the watched address, as its server tells it (RFC 4235, section 4.1). Immutable.
 *
 * @param id unique within one address of one subscription
 * @param callId null where the server keeps it to itself; so are the tags
 * @param localTag the tag of the watched address
 * @param seconds how long it has been going on; null where not told
 */
public record Dialog(
        String id,
        @Nullable String callId,
        @Nullable String localTag,
        @Nullable String remoteTag,
        Direction direction,
        State state,
        @Nullable Long seconds,
        Party local,
        Party remote) {

    /** Who began it, seen from the watched address. */
    public enum Direction {
        INITIATOR,
        RECIPIENT,
        UNKNOWN;

        static Direction of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "initiator" -> INITIATOR;
                case "recipient" -> RECIPIENT;
                default -> UNKNOWN;
            };
        }
    }

    /** How far it has come. */
    public enum State {
        TRYING,
        PROCEEDING,
        EARLY,
        CONFIRMED,
        TERMINATED,
        /** A word that RFC 4235 does not have. */
        UNKNOWN;

        static State of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "trying" -> TRYING;
                case "proceeding" -> PROCEEDING;
                case "early" -> EARLY;
                case "confirmed" -> CONFIRMED;
                case "terminated" -> TERMINATED;
                default -> UNKNOWN;
            };
        }
    }

    /**
     * One side of it.
     *
     * @param display its name, plain text
     * @param uri its address
     * @param target where it is at present, such as what a pickup dials at FreeSWITCH
     * @param silent whether its {@code +sip.rendering} is {@code no}: it hears nothing, for it holds the call
     */
    public record Party(
            @Nullable String display,
            @Nullable String uri,
            @Nullable String target,
            boolean silent) {

        public static final Party NOBODY = new Party(null, null, null, false);

        /** Who it is for a reader; empty where the server says only that it is somebody. */
        public Optional<String> name() {
            boolean hidden = uri == null || uri.toLowerCase(Locale.ROOT).matches("sips?:anonymous(@.*)?");
            return Optional.ofNullable(display).or(() -> hidden ? Optional.empty() : Optional.ofNullable(uri));
        }
    }

    /** Whether the watched address has put it on hold. FreeSWITCH calls such a call early. */
    boolean isHeld() {
        boolean begun = state == State.CONFIRMED || state == State.EARLY;
        return begun && local.silent();
    }

    boolean isTalk() {
        return state == State.CONFIRMED || isHeld();
    }

    boolean isRinging() {
        return state == State.EARLY && direction != Direction.INITIATOR && !isHeld();
    }

    /** The watched address is calling somebody. */
    boolean isCalling() {
        boolean before = state == State.TRYING || state == State.PROCEEDING || state == State.EARLY;
        return before && direction == Direction.INITIATOR;
    }
}
