package org.lamplight.media.engine;

import java.util.concurrent.Executor;
import org.lamplight.call.AudioDevices;
import org.lamplight.media.device.Microphone;
import org.lamplight.media.dtls.DtlsIdentity;
import org.lamplight.media.mix.Mixer;

/** What all calls of an engine share. */
interface Studio {
    AudioDevices devices();

    /** Who we are in handshakes. */
    DtlsIdentity identity();

    Microphone microphone();

    Playout playout();

    /** Where conferences are mixed. */
    Mixer mixer();

    /** Runs what waits for the disk, in order. */
    Executor disk();

    /** A session was closed. */
    void ended(CallSound session);
}
