package org.lamplight.call;

/** Hears what media meet. On any thread: post elsewhere and return. */
public interface MediaListener {
    /** The peer pressed a key: 0 to 9, *, #, A to D (RFC 4733). */
    void keyPressed(char key);

    /** One speaks here although the microphone is muted. Told at most every few seconds. */
    void speaksMuted();
}
