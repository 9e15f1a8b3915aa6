package org.lamplight.call;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The media of one call. Signalling gives and takes descriptions (SDP, RFC 4566, by the rules of RFC 3264) as text and knows
 * nothing of what is in them. One thread at a time; {@link #mute}, {@link #confer}, {@link #record} and {@link #report} from any at any time.
 * Nothing here waits for the network.
 */
public interface MediaSession extends AutoCloseable {

    /** A description can't be taken: nothing in common, or nothing that can be read. The message is a sentence for people. */
    final class Unacceptable extends Exception {
        private static final long serialVersionUID = 1;

        public Unacceptable(String sentence) {
            super(sentence);
        }
    }

    /**
     * Runs it once descriptions can say how we are reached; by some other thread within a second, or at once. Earlier ones say
     * only what is known.
     */
    default void whenReady(Runnable task) {
        task.run();
    }

    /** Our offer, with what has changed since the last; the very same text where nothing has (RFC 4028, section 7.4). */
    String offer() throws IOException;

    /** Answers an offer, and goes by it from now on. */
    String answer(String offer) throws Unacceptable, IOException;

    /**
     * What the peer answered to our offer; goes by it from now on. Of several answers to the first offer, by several phones
     * that ring, the newest counts.
     */
    void accept(String answer) throws Unacceptable, IOException;

    /** Our last offer was refused: what was agreed before goes on. */
    void takeBack();

    /** Whether we hold: of the next offer or answer. */
    void hold(boolean on);

    /** Whether the peer's last description holds us. */
    boolean isHeldByPeer();

    /**
     * This machine is at another address now: from there it sends and there it hears, and the next description says so.
     * Nothing changes where it is there already. Descriptions wait for {@link #whenReady} again.
     *
     * @param cutOff whether the address before is gone; else it is used until the peer knows of the new one
     */
    void move(InetAddress local, boolean cutOff) throws IOException;

    /** Sends a key with the sound (RFC 4733). False if that was not agreed on, and it has to go another way. */
    boolean press(char key);

    /** From now on the peer hears silence, or us again. */
    void mute(boolean on);

    /**
     * From now on this peer and those of all sessions in the same conference hear each other, and us; null: only us again. Who
     * is on hold is left out meanwhile.
     *
     * @param conference the same name for all that belong together
     */
    void confer(@Nullable String conference);

    /** Records both sides into this file; null ends it. What the peer hears of a conference is on our side. */
    void record(@Nullable Path file) throws IOException;

    MediaReport report();

    /** Ends at once. */
    @Override
    void close();
}
