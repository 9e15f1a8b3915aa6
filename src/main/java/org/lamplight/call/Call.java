package org.lamplight.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as it stands. Immutable.
 *
 * @param id letters, digits and hyphens
 * @param line that carries it
 * @param person whose address that is, if it is anybody's we know; null: nobody's
 * @param since when it began
 * @param answeredAt null: not yet, or never
 * @param endedAt null: it goes on
 * @param cause why it ended; null: it goes on
 * @param media how it sounds; null: nothing is agreed yet
 */
public record Call(
        String id,
        String line,
        Direction direction,
        CallState state,
        Remote remote,
        @Nullable String person,
        Instant since,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        boolean muted,
        boolean recording,
        @Nullable Cause cause,
        @Nullable MediaReport media) {

    /** Who called. */
    public enum Direction {
        IN,
        OUT;

        public String word() {
            return this == IN ? "in" : "out";
        }
    }

    /** Whether somebody calls us and waits. */
    public boolean isIncomingRinging() {
        return direction == Direction.IN && state == CallState.RINGING;
    }

    public boolean isOver() {
        return state == CallState.ENDED;
    }

    /** Nobody here took it, and no other phone of ours did. */
    public boolean isMissed() {
        Cause why = cause;
        return isOver() && direction == Direction.IN && answeredAt == null && why != null && !why.elsewhere();
    }

    Call in(CallState next) {
        return new Call(
                id, line, direction, next, remote, person, since, answeredAt, endedAt, muted, recording, cause, media);
    }

    Call answered(Instant at) {
        return answeredAt != null
                ? this
                : new Call(
                        id, line, direction, state, remote, person, since, at, endedAt, muted, recording, cause, media);
    }

    Call with(Remote other, @Nullable String who) {
        return new Call(
                id, line, direction, state, other, who, since, answeredAt, endedAt, muted, recording, cause, media);
    }

    /** With how it was measured last. */
    public Call with(@Nullable MediaReport sound) {
        return new Call(
                id, line, direction, state, remote, person, since, answeredAt, endedAt, muted, recording, cause, sound);
    }

    Call muted(boolean on) {
        return new Call(
                id, line, direction, state, remote, person, since, answeredAt, endedAt, on, recording, cause, media);
    }

    Call recording(boolean on) {
        return new Call(
                id, line, direction, state, remote, person, since, answeredAt, endedAt, muted, on, cause, media);
    }

    Call ended(Cause why, Instant at) {
        return new Call(
                id, line, direction, CallState.ENDED, remote, person, since, answeredAt, at, false, false, why, media);
    }
}
