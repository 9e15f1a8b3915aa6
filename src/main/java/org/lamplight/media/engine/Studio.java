package org.lamplight.media.engine;

import java.util.concurrent.Executor;
import org.lamplight.call.AudioDevices;
import org.lamplight.media.device.Microphone;

/** What all calls of an engine share. */
interface Studio {
    AudioDevices devices();

    Microphone microphone();

    Playout playout();

    /** Runs what waits for the disk, in order. */
    Executor disk();

    /** A session was closed. */
    void ended(CallSound session);
}
