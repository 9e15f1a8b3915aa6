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
 * @param conference those with the same are mixed with each other here; null: it is in none
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
        @Nullable String conference,
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
        return copy(next, answeredAt, muted, recording, conference, media);
    }

    Call answered(Instant at) {
        return answeredAt != null ? this : copy(state, at, muted, recording, conference, media);
    }

    Call with(Remote other, @Nullable String who) {
        return new Call(
                id,
                line,
                direction,
                state,
                other,
                who,
                since,
                answeredAt,
                endedAt,
                muted,
                recording,
                conference,
                cause,
                media);
    }

    /** With how it was measured last. */
    public Call with(@Nullable MediaReport sound) {
        return copy(state, answeredAt, muted, recording, conference, sound);
    }

    Call muted(boolean on) {
        return copy(state, answeredAt, on, recording, conference, media);
    }

    Call recording(boolean on) {
        return copy(state, answeredAt, muted, on, conference, media);
    }

    /** In this conference; null: in none. */
    Call joined(@Nullable String joined) {
        return copy(state, answeredAt, muted, recording, joined, media);
    }

    private Call copy(
            CallState stands,
            @Nullable Instant answered,
            boolean mutes,
            boolean records,
            @Nullable String joined,
            @Nullable MediaReport sound) {
        return new Call(
                id, line, direction, stands, remote, person, since, answered, endedAt, mutes, records, joined, cause,
                sound);
    }

    Call ended(Cause why, Instant at) {
        return new Call(
                id,
                line,
                direction,
                CallState.ENDED,
                remote,
                person,
                since,
                answeredAt,
                at,
                false,
                false,
                null,
                why,
                media);
    }
}
