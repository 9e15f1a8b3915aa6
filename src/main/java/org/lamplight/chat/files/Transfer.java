package org.lamplight.chat.files;

import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;

/**
 * A file on its way. Immutable.
 *
 * @param message the message that it belongs to
 * @param done bytes so far
 * @param total bytes in all; negative if unknown
 * @param reason why it failed or waits, as a sentence; null where nothing is wrong
 * @param direct whether it goes straight from one to the other, and can't be paused
 */
public record Transfer(
        Message message,
        Phase phase,
        long done,
        long total,
        @Nullable String reason,
        boolean direct) {

    /** How it goes. */
    public enum Phase {
        /** For others before it, or for the network. */
        WAITING,
        /** The peer was asked and has not said yes yet. */
        OFFERED,
        RUNNING,
        PAUSED,
        FAILED,
        CANCELLED,
        DONE;

        /** Whether nothing more comes of it by itself. */
        public boolean isOver() {
            return this == FAILED || this == CANCELLED || this == DONE;
        }
    }

    public boolean isUpload() {
        var file = message.details().file();
        return file != null && file.url() == null;
    }

    Transfer in(Phase next, @Nullable String why) {
        return new Transfer(message, next, done, total, why, direct);
    }

    Transfer at(long nowDone, long nowTotal) {
        return new Transfer(message, Phase.RUNNING, nowDone, nowTotal < 0 ? total : nowTotal, null, direct);
    }

    /** Before its next try, which may go another way. */
    Transfer again() {
        return new Transfer(message, Phase.WAITING, done, total, null, false);
    }

    /** One of ours waits for the peer then. */
    Transfer straight() {
        return new Transfer(message, isUpload() ? Phase.OFFERED : phase, done, total, reason, true);
    }
}
