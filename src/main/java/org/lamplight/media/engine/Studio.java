package org.lamplight.media.engine;

import java.util.concurrent.Executor;
import org.lamplight.call.AudioDevices;
import org.lamplight.media.device.Microphone;
import org.lamplight.media.dtls.DtlsIdentity;

/** What all calls of an engine share. */
interface Studio {
    AudioDevices devices();

    /** Who we are in handshakes. */
    DtlsIdentity identity();

    Microphone microphone();

    Playout playout();

    /** Runs what waits for the disk, in order. */
    Executor disk();

    /** A session was closed. */
    void ended(CallSound session);
}
