package org.lamplight.call;

/** Hears what media meet. On any thread: post elsewhere and return. */
public interface MediaListener {
    /** The peer pressed a key: 0 to 9, *, #, A to D (RFC 4733). */
    void keyPressed(char key);

    /** Who is there is not who was announced, or never said who it is: nothing is heard and nothing is sent. */
    default void unproven() {}

    /** One speaks here although the microphone is muted. Told at most every few seconds. */
    void speaksMuted();
}
