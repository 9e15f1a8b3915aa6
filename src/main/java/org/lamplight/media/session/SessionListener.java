package org.lamplight.media.session;

import org.lamplight.media.tone.Dtmf;

/** Hears what a session meets. Called on the network thread: post elsewhere and return. */
@FunctionalInterface
public interface SessionListener {
    /** The peer pressed a key. */
    void keyPressed(Dtmf key);

    /** There will be no keys, and so no sound: nobody proved to be the peer that was announced. */
    default void unproven() {}
}
